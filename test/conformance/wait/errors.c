// errors — unknown options EINVAL, the most negative id ESRCH, before any child is looked at; waitpid(2).
#include "../check.h"
#include <limits.h>

int main(void) {
  int s;
  pid_t pid = fork();
  if (pid == 0) _exit(3);
  ERR(waitpid(pid, &s, 0x100));
  ERR(waitpid(pid, &s, WEXITED));
  ERR(waitpid(pid, &s, WNOWAIT));
  ERR(waitpid(pid, &s, -1));
  ERR(waitpid(INT_MIN, &s, 0));
  ERR(waitpid(INT_MIN, &s, 0x100));
  reap("still there", pid);
  return 0;
}
