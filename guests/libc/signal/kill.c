// kill — sends a signal to a process or a group.
#include <signal.h>
#include <kern/syscall.h>

int kill(pid_t pid, int sig) {
  return __call(SYS_kill, pid, sig);
}
