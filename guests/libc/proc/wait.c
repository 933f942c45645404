// wait — waits for any child to end.
#include <sys/wait.h>
#include <kern/syscall.h>

pid_t wait(int *status) {
  return waitpid(-1, status, 0);
}
