// lseek — moves the offset of an open file.
#include <unistd.h>
#include <kern/syscall.h>

off_t __lseek(int fd, off_t offset, int whence) {
  off_t result;
  int r = __syscall(SYS_lseek, fd, __OFF(offset), whence, &result);
  return r < 0 ? __syscall_ret(r) : result;
}

off_t lseek(int fd, off_t offset, int whence) __attribute__((alias("__lseek")));
