// read — reads from a descriptor.
#include <unistd.h>
#include <kern/syscall.h>

ssize_t read(int fd, void *buf, size_t n) {
  return __call(SYS_read, fd, buf, n);
}
