// vfork-exit — a vfork child that ends at once, by _exit or a signal; its output comes before the parent's.
// vfork(2).
#include "../check.h"

int main(void) {
  pid_t pid = vfork();
  if (pid == 0) {
    write(1, "child\n", 6);
    _exit(6);
  }
  say("parent goes on\n");
  reap("child", pid);
  pid = vfork();
  if (pid == 0) {
    kill(getpid(), SIGKILL);
    _exit(1);
  }
  reap("killed", pid);
  return 0;
}
