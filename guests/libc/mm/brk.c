// brk — sets the end of the data segment.
#include <errno.h>
#include <unistd.h>
#include <kern/syscall.h>

int brk(void *end) {
  if (__syscall(SYS_brk, end) == (int)end) return 0;
  errno = ENOMEM;
  return -1;
}
