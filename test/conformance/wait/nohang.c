// nohang — WNOHANG returns 0 while the children live, the id when one has ended, ECHILD when none is left.
// waitpid(2).
#include "../check.h"

int main(void) {
  gate g = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    gate_wait(g);
    _exit(4);
  }
  int s = 12345;
  ERR(waitpid(pid, &s, WNOHANG));
  ERR(waitpid(-1, &s, WNOHANG));
  ERR(waitpid(0, &s, WNOHANG | WUNTRACED | WCONTINUED));
  SHOW(s);
  gate_open(g);
  siginfo_t info;
  MUST(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
  SHOW(waitpid(-1, &s, WNOHANG) == pid);
  say("%s\n", statusname(s));
  ERR(waitpid(-1, &s, WNOHANG));
  return 0;
}
