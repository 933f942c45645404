// pipe — a pipe: fds[0] reads what fds[1] writes.
#include <unistd.h>
#include <kern/syscall.h>

int pipe(int fds[2]) {
  return __call(SYS_pipe2, fds, 0);
}
