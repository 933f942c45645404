// readv — reads into several buffers.
#include <sys/uio.h>
#include <kern/syscall.h>

ssize_t readv(int fd, const struct iovec *iov, int n) {
  return __call(SYS_readv, fd, iov, n);
}
