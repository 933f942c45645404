// sigwait — waits for a signal of a set; handlers of others run meanwhile. The result is an error number.
#include <errno.h>
#include <kern/syscall.h>

#include "sigset.h"

int sigwait(const sigset_t *restrict set, int *restrict sig) {
  int r;
  do r = __syscall(SYS_rt_sigtimedwait, set, 0, 0, SIGSET_BYTES);
  while (r == -EINTR);
  if (r < 0) return -r;
  *sig = r;
  return 0;
}
