// dup2 — makes one descriptor a copy of another.
#include <fcntl.h>
#include <unistd.h>
#include <kern/syscall.h>

int dup2(int fd, int to) {
  if (fd == to) return fcntl(fd, F_GETFD) < 0 ? -1 : fd;
  return __call(SYS_dup3, fd, to, 0);
}
