// fork-and-exec — the alternate stack is inherited by fork, also from a handler on it, and dropped by exec.
// sigaltstack(2).
// programs: sigstate
#include "../signals.h"

static char memory[65536];
static volatile sig_atomic_t forked;

static void state(const char *what) {
  stack_t now;
  MUST(sigaltstack(NULL, &now));
  say("%s: %s, flags %d\n", what, now.ss_sp == memory && now.ss_size == sizeof memory ? "same" : "other",
    now.ss_flags);
}

static void plain(int sig) { state("handler"); }

static void forks(int sig) {
  state("before the fork");
  pid_t pid = fork();
  if (pid == 0) {
    state("child");
    forked = 1;
    return;
  }
  reap("child", pid);
  state("after the fork");
}

static void executes(int sig) {
  state("before the exec");
  execl(program("sigstate"), "sigstate", (char *)NULL);
  _exit(127);
}

int main(void) {
  MUST(sigaltstack(&(stack_t){ .ss_sp = memory, .ss_size = sizeof memory }, NULL));
  catch(SIGUSR1, plain, SA_ONSTACK);
  CHILD("child", state("child"); raise(SIGUSR1));
  CHILD("disabled in the child", MUST(sigaltstack(&(stack_t){ .ss_flags = SS_DISABLE }, NULL)));
  state("parent");
  catch(SIGUSR2, forks, SA_ONSTACK);
  raise(SIGUSR2);
  if (forked) {
    state("child outside");
    raise(SIGUSR1);
    _exit(3);
  }
  state("parent outside");
  CHILD("exec", execl(program("sigstate"), "sigstate", (char *)NULL));
  catch(SIGTERM, executes, SA_ONSTACK);
  CHILD("exec on it", raise(SIGTERM));
  return 0;
}
