// exited — SIGCHLD of a child that exits or is killed: code, status, sender; sigaction(2).
// programs: status
#include "seen.h"
#include <spawn.h>

extern char **environ;

static pid_t dies(int sig) {
  pid_t pid = MUST(fork());
  if (pid) return pid;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  raise(sig);
  _exit(0);
}

int main(void) {
  watch(0);
  int statuses[] = { 0, 1, 7, 255, 256 + 3, -1 };
  for (int i = 0; i < 6; i++) {
    pid_t pid = MUST(fork());
    if (pid == 0) _exit(statuses[i]);
    next("exit", pid);
    reap("reaped", pid);
  }
  int signals[] = { SIGTERM, SIGKILL, SIGABRT, SIGSEGV, SIGALRM };
  for (int i = 0; i < 5; i++) {
    pid_t pid = dies(signals[i]);
    next("killed", pid);
    reap("reaped", pid);
  }
  pid_t pid;
  char *const argv[] = { "status", "6", NULL };
  if (posix_spawn(&pid, program("status"), NULL, NULL, argv, environ)) fail("posix_spawn", __LINE__);
  next("another program", pid);
  reap("reaped", pid);
  if ((pid = vfork()) == 0) _exit(9);
  next("vfork", pid);
  reap("reaped", pid);
  SHOW(is_pending());
  return 0;
}
