// stop-waitid — stops and continues as waitid tells them: CLD_STOPPED, CLD_CONTINUED and the signal.
// waitid(2).
#include "../check.h"

static void look(pid_t pid, int options) {
  siginfo_t i;
  memset(&i, 0, sizeof i);
  ERR(waitid(P_PID, pid, &i, options));
  const char *c = i.si_code == CLD_STOPPED ? "CLD_STOPPED" : i.si_code == CLD_CONTINUED ? "CLD_CONTINUED"
    : i.si_code == CLD_EXITED ? "CLD_EXITED" : i.si_code == CLD_KILLED ? "CLD_KILLED" : "nothing";
  say("%s, status %d, pid %s\n", c, i.si_status, i.si_pid == pid ? "right" : i.si_pid ? "wrong" : "0");
}

int main(void) {
  gate g = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    raise(SIGSTOP);
    gate_wait(g);
    _exit(2);
  }
  look(pid, WSTOPPED | WNOWAIT);
  look(pid, WSTOPPED);
  look(pid, WSTOPPED | WNOHANG);
  MUST(kill(pid, SIGCONT));
  look(pid, WCONTINUED | WNOWAIT);
  look(pid, WCONTINUED | WEXITED | WSTOPPED);
  look(pid, WCONTINUED | WNOHANG);
  gate_open(g);
  look(pid, WEXITED);
  return 0;
}
