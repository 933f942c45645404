// sigsuspend — waits for a handler to run, with another set of blocked signals meanwhile.
#include <kern/syscall.h>

#include "sigset.h"

int sigsuspend(const sigset_t *mask) {
  return __call(SYS_rt_sigsuspend, mask, SIGSET_BYTES);
}
