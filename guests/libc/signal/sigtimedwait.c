// sigtimedwait — takes a pending signal of a set, or waits for one.
#include <string.h>
#include <kern/syscall.h>

#include "sigset.h"

int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info,
                 const struct timespec *restrict timeout) {
  int r = __syscall(SYS_rt_sigtimedwait, set, info, timeout, SIGSET_BYTES);
  if (r > 0 && info) memset((struct ksiginfo *)info + 1, 0, sizeof *info - sizeof(struct ksiginfo));
  return __syscall_ret(r);
}
