// syscall_ret — -4095 to -1 is a negative errno, everything else a result.
#include <errno.h>
#include <kern/syscall.h>

int __syscall_ret(int result) {
  if ((unsigned)result <= -4096U) return result;
  errno = -result;
  return -1;
}
