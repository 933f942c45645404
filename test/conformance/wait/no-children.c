// no-children — ECHILD when there is no child, not that child, or it is waited for twice; waitpid(2).
#include "../check.h"

int main(void) {
  int s;
  ERR(wait(NULL));
  ERR(waitpid(-1, &s, WNOHANG));
  ERR(waitpid(0, &s, 0));
  ERR(waitpid(getpid(), &s, 0));
  ERR(waitpid(getppid(), &s, 0));
  ERR(waitpid(0x3fffffff, &s, 0));
  ERR(waitpid(-0x3fffffff, &s, 0));
  pid_t pid = fork();
  if (pid == 0) _exit(0);
  SHOW(waitpid(pid, &s, 0) == pid);
  ERR(waitpid(pid, &s, 0));
  // A grandchild is no child.
  gate up = gate_new(), down = gate_new();
  int p[2];
  MUST(pipe(p));
  pid = fork();
  if (pid == 0) {
    pid_t grandchild = fork();
    if (grandchild == 0) {
      gate_wait(down);
      _exit(0);
    }
    MUST(write(p[1], &grandchild, sizeof grandchild));
    gate_open(up);
    waitpid(grandchild, NULL, 0);
    _exit(0);
  }
  gate_wait(up);
  pid_t grandchild;
  MUST(read(p[0], &grandchild, sizeof grandchild));
  ERR(waitpid(grandchild, &s, WNOHANG));
  gate_open(down);
  reap("child", pid);
  return 0;
}
