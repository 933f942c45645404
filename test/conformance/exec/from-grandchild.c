// from-grandchild — exec after two forks and deep in the stack; the waiting processes are not disturbed.
// execve(2).
// programs: status
#include "../check.h"

__attribute__((noinline)) static int descend(int depth) {
  volatile char frame[64];
  frame[depth & 63] = depth;
  if (depth > 0) return descend(depth - 1) + frame[depth & 63] * 0;
  pid_t pid = fork();
  if (pid == 0) {
    execl(program("status"), "status", "33", (char *)NULL);
    _exit(127);
  }
  int status;
  waitpid(pid, &status, 0);
  return WEXITSTATUS(status);
}

int main(void) {
  CHILD("child", _exit(descend(100) + 1));
  return 0;
}
