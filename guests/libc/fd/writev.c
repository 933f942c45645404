// writev — writes several buffers at once.
#include <sys/uio.h>
#include <kern/syscall.h>

ssize_t writev(int fd, const struct iovec *iov, int n) {
  return __call(SYS_writev, fd, iov, n);
}
