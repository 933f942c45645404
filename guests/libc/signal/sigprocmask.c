// sigprocmask — reads and changes the set of blocked signals.
#include <kern/syscall.h>

#include "sigset.h"

int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict old) {
  return __call(SYS_rt_sigprocmask, how, set, old, SIGSET_BYTES);
}
