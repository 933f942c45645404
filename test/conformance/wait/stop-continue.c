// stop-continue — WUNTRACED and WCONTINUED report each stop and each continue once, with waitpid; waitpid(2).
#include "../check.h"

int main(void) {
  pid_t pid = fork();
  if (pid == 0) {
    raise(SIGSTOP);
    raise(SIGSTOP);
    _exit(8);
  }
  int s;
  for (int n = 0; n < 2; n++) {
    SHOW(waitpid(pid, &s, WUNTRACED) == pid);
    say("%s, word 0x%x\n", statusname(s), s);
    ERR(waitpid(pid, &s, WUNTRACED | WCONTINUED | WNOHANG));
    if (n == 0) MUST(kill(pid, SIGCONT));
  }
  MUST(kill(pid, SIGCONT));
  reap("child", pid);

  gate g = gate_new();
  if ((pid = fork()) == 0) {
    raise(SIGSTOP);
    gate_wait(g);
    _exit(9);
  }
  MUST(waitpid(pid, &s, WUNTRACED));
  MUST(kill(pid, SIGCONT));
  SHOW(waitpid(pid, &s, WCONTINUED) == pid);
  say("%s, word 0x%x\n", statusname(s), s);
  ERR(waitpid(pid, &s, WUNTRACED | WCONTINUED | WNOHANG));
  gate_open(g);
  reap("child", pid);
  return 0;
}
