// exec — handlers become default; ignored stays ignored; mask, pending signals and timer stay; execve(2).
// programs: sigstate
#include "../signals.h"

static void handler(int sig) { say("caught %s\n", signame(sig)); }

static void execute(void) {
  execl(program("sigstate"), "sigstate", (char *)NULL);
  _exit(127);
}

int main(void) {
  CHILD("nothing set", execute());
  catch(SIGUSR1, handler, 0);
  catch(SIGCHLD, handler, 0);
  catch(SIGRTMIN + 5, handler, 0);
  signal(SIGHUP, SIG_IGN);
  signal(SIGRTMAX, SIG_IGN);
  static char stack[65536];
  MUST(sigaltstack(&(stack_t){ .ss_sp = stack, .ss_size = sizeof stack }, NULL));
  mask_set(SIG_BLOCK, SET(SIGCHLD));
  CHILD("handlers", execute());
  say("blocked and pending\n");
  CHILD("blocked",
    mask_set(SIG_BLOCK, SET(SIGUSR1, SIGHUP, SIGRTMIN, SIGRTMIN + 5, SIGRTMAX, SIGWINCH));
    raise(SIGUSR1);
    raise(SIGHUP);
    raise(SIGWINCH);
    kill(getpid(), SIGUSR1);
    for (int i = 1; i <= 3; i++) sigqueue(getpid(), SIGRTMIN + 5, (union sigval){ .sival_int = i });
    sigqueue(getpid(), SIGRTMIN, (union sigval){ .sival_int = -1 });
    execute());
  CHILD("timer", MUST(setitimer(ITIMER_REAL, &(struct itimerval){ { 0, 0 }, { 1000, 0 } }, NULL)); execute());
  CHILD("from a handler's mask", mask_set(SIG_SETMASK, SET(SIGTERM, SIGRTMAX)); execute());
  // An exec that fails changes nothing.
  CHILD("exec that fails",
    ERR(execl("/nowhere", "nowhere", (char *)NULL));
    show_action("still", SIGUSR1);
    raise(SIGUSR1));
  return 0;
}
