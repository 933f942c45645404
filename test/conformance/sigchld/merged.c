// merged — three children end while SIGCHLD is blocked: one signal, the first one's siginfo; signal(7).
#include "seen.h"

int main(void) {
  watch(0);
  pid_t pid[3];
  for (int i = 0; i < 3; i++) {
    if ((pid[i] = MUST(fork())) == 0) _exit(10 + i);
    siginfo_t info;
    MUST(waitid(P_PID, pid[i], &info, WEXITED | WNOWAIT));
    SHOW(is_pending());
  }
  next("first", pid[0]);
  SHOW(seen);
  SHOW(is_pending());
  for (int i = 2; i >= 0; i--) reap("reaped", pid[i]);
  // Reaping a child leaves its signal pending.
  if ((pid[0] = MUST(fork())) == 0) _exit(1);
  reap("reaped before the signal", pid[0]);
  SHOW(is_pending());
  next("afterwards", pid[0]);
  SHOW(seen);
  ERR(wait(NULL));
  return 0;
}
