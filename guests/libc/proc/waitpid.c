// waitpid — waits for a child to change state.
#include <sys/wait.h>
#include <kern/syscall.h>

pid_t waitpid(pid_t pid, int *status, int options) {
  return __call(SYS_wait4, pid, status, options, 0);
}
