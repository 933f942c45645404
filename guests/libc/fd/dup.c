// dup — a second descriptor for an open file, the lowest free one.
#include <unistd.h>
#include <kern/syscall.h>

int dup(int fd) {
  return __call(SYS_dup, fd);
}
