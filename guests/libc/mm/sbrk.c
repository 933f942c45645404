// sbrk — moves the end of the data segment; the old end, or (void *)-1 with ENOMEM.
#include <errno.h>
#include <unistd.h>
#include <kern/syscall.h>

void *sbrk(intptr_t increment) {
  unsigned old = __syscall(SYS_brk, 0);
  unsigned end = old + increment;
  if (increment == 0) return (void *)old;
  int wraps = increment > 0 ? end < old : end > old;
  if (wraps || (unsigned)__syscall(SYS_brk, end) != end) {
    errno = ENOMEM;
    return (void *)-1;
  }
  return (void *)old;
}
