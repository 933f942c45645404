// handler-executes — a handler executes another program: that starts with the handler's mask and defaults.
// execve(2), signal(7).
// programs: sigstate
#include "../signals.h"

static volatile unsigned counter;
static volatile sig_atomic_t depth;

static void executes(int sig) {
  say("handler of %s\n", signame(sig));
  execl(program("sigstate"), "sigstate", (char *)NULL);
  _exit(127);
}

static void raises(int sig) {
  raise(SIGUSR1);
  _exit(1);
}

static void forks(int sig) {
  pid_t pid = fork();
  if (pid == 0) executes(sig);
  reap("executed", pid);
  depth = 1;
}

int main(void) {
  catch_masked(SIGUSR1, executes, 0, SET(SIGRTMAX));
  catch(SIGUSR2, raises, 0);
  catch(SIGTERM, forks, 0);
  CHILD("raised", raise(SIGUSR1));
  CHILD("nested", raise(SIGUSR2));
  CHILD("forked", raise(SIGTERM); say("alive\n"));
  CHILD("computing",
    catch(SIGALRM, executes, 0);
    MUST(setitimer(ITIMER_REAL, &(struct itimerval){ { 0, 0 }, { 0, 10000 } }, NULL));
    for (;;) counter++);
  CHILD("not deferred", catch(SIGUSR1, executes, SA_NODEFER); raise(SIGUSR1));
  return 0;
}
