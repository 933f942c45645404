// sigpending — the blocked signals that wait to be delivered.
#include <kern/syscall.h>

#include "sigset.h"

int sigpending(sigset_t *set) {
  return __call(SYS_rt_sigpending, set, SIGSET_BYTES);
}
