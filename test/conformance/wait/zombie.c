// zombie — until it is waited for an ended child keeps its id: kill succeeds without effect.
// kill(2).
#include "../check.h"

int main(void) {
  pid_t pid = fork();
  if (pid == 0) _exit(21);
  siginfo_t i;
  MUST(waitid(P_PID, pid, &i, WEXITED | WNOWAIT));
  ERR(kill(pid, 0));
  ERR(kill(pid, SIGKILL));
  ERR(kill(pid, SIGSTOP));
  SHOW(getpgid(pid) == getpgrp());
  reap("child", pid);
  ERR(kill(pid, 0));
  ERR(getpgid(pid));
  return 0;
}
