// pwrite — writes at an offset, leaving the file's own.
#include <unistd.h>
#include <kern/syscall.h>

ssize_t pwrite(int fd, const void *buf, size_t n, off_t offset) {
  return __call(SYS_pwrite64, fd, buf, n, __OFF(offset));
}
