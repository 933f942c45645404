// vfork-exec — the parent of a vfork sleeps until the child has executed or ended; vfork(2).
// programs: args status
#include "../check.h"

int main(void) {
  const char *args = program("args"), *status = program("status");
  pid_t pid = vfork();
  if (pid == 0) {
    execl(args, "args", "from", "vfork", (char *)NULL);
    _exit(127);
  }
  reap("args", pid);
  pid = vfork();
  if (pid == 0) {
    execl(status, "status", "9", (char *)NULL);
    _exit(127);
  }
  reap("status", pid);
  pid = vfork();
  if (pid == 0) {
    execl("/no/such/program", "x", (char *)NULL);
    _exit(errno == ENOENT ? 44 : 45);
  }
  reap("exec failed", pid);
  return 0;
}
