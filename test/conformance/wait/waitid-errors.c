// waitid-errors — no kind of event, unknown options or type EINVAL; nothing to report: 0 and si_pid 0.
// waitid(2).
#include "../check.h"

int main(void) {
  siginfo_t i;
  ERR(waitid(P_ALL, 0, &i, WEXITED));
  gate g = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    gate_wait(g);
    _exit(0);
  }
  ERR(waitid(P_PID, pid, &i, 0));
  ERR(waitid(P_PID, pid, &i, WNOHANG));
  ERR(waitid(P_PID, pid, &i, WNOWAIT));
  ERR(waitid(P_PID, pid, &i, WEXITED | 0x100));
  ERR(waitid((idtype_t)99, pid, &i, WEXITED));
  ERR(waitid(P_PID, 0, &i, WEXITED));
  ERR(waitid(P_PID, getpid(), &i, WEXITED));
  memset(&i, 1, sizeof i);
  ERR(waitid(P_PID, pid, &i, WEXITED | WNOHANG));
  SHOW(i.si_pid);
  SHOW(i.si_signo);
  gate_open(g);
  ERR(waitid(P_PID, pid, NULL, WEXITED));
  return 0;
}
