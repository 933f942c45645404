// waitid-nowait — WNOWAIT leaves the child to be waited for again; it is a zombie all the while; waitid(2).
#include "../check.h"

int main(void) {
  pid_t pid = fork();
  if (pid == 0) _exit(5);
  siginfo_t i;
  for (int n = 0; n < 3; n++) {
    ERR(waitid(P_PID, pid, &i, WEXITED | WNOWAIT));
    say("status %d\n", i.si_status);
  }
  ERR(kill(pid, 0));
  ERR(waitid(P_ALL, 0, &i, WEXITED | WNOHANG));
  SHOW(i.si_pid == pid);
  ERR(waitid(P_PID, pid, &i, WEXITED | WNOWAIT));
  ERR(kill(pid, 0));
  return 0;
}
