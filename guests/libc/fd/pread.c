// pread — reads at an offset, leaving the file's own.
#include <unistd.h>
#include <kern/syscall.h>

ssize_t pread(int fd, void *buf, size_t n, off_t offset) {
  return __call(SYS_pread64, fd, buf, n, __OFF(offset));
}
