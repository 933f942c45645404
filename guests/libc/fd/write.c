// write — writes to a descriptor.
#include <unistd.h>
#include <kern/syscall.h>

ssize_t write(int fd, const void *buf, size_t n) {
  return __call(SYS_write, fd, buf, n);
}
