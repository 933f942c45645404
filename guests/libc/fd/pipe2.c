// pipe2 — a pipe with O_CLOEXEC, O_NONBLOCK.
#include <sys/types.h>
#include <kern/syscall.h>

int pipe2(int fds[2], int flags) {
  return __call(SYS_pipe2, fds, flags);
}
