// by-hand — a SIGCHLD that kill or sigqueue sends is a signal like others and merges with real ones; kill(2).
#include "seen.h"

int main(void) {
  watch(0);
  MUST(kill(getpid(), SIGCHLD));
  SHOW(is_pending());
  while (!seen) sigsuspend(&before);
  say("%s, pid %s\n", codename(&last), last.si_pid == getpid() ? "right" : "wrong");
  union sigval value = { .sival_int = 77 };
  MUST(sigqueue(getpid(), SIGCHLD, value));
  while (seen < 2) sigsuspend(&before);
  say("%s, value %d, pid %s\n", codename(&last), last.si_value.sival_int,
      last.si_pid == getpid() ? "right" : "wrong");
  // The first pending one is kept.
  MUST(sigqueue(getpid(), SIGCHLD, value));
  pid_t pid = MUST(fork());
  if (pid == 0) _exit(8);
  reap("child", pid);
  while (seen < 3) sigsuspend(&before);
  say("%s\n", codename(&last));
  SHOW(is_pending());
  if ((pid = MUST(fork())) == 0) _exit(9);
  siginfo_t info;
  MUST(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
  MUST(sigqueue(getpid(), SIGCHLD, value));
  next("child first", pid);
  SHOW(is_pending());
  reap("child", pid);
  // Ignored by default, yet it waits while it is blocked.
  signal(SIGCHLD, SIG_DFL);
  MUST(kill(getpid(), SIGCHLD));
  SHOW(is_pending());
  // Setting the default again discards it.
  signal(SIGCHLD, SIG_DFL);
  SHOW(is_pending());
  MUST(kill(getpid(), SIGCHLD));
  signal(SIGCHLD, SIG_IGN);
  SHOW(is_pending());
  return 0;
}
