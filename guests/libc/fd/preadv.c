// preadv — reads into several buffers at an offset.
#include <errno.h>
#include <limits.h>
#include <sys/uio.h>
#include <unistd.h>

ssize_t preadv(int fd, const struct iovec *iov, int n, off_t offset) {
  ssize_t total = 0;
  if (n < 0 || n > IOV_MAX) {
    errno = EINVAL;
    return -1;
  }
  for (int i = 0; i < n; i++) {
    ssize_t done = pread(fd, iov[i].iov_base, iov[i].iov_len, offset + total);
    if (done < 0) return total ? total : -1;
    total += done;
    if ((size_t)done < iov[i].iov_len) break;
  }
  return total;
}
