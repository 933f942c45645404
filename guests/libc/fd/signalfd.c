// signalfd — a descriptor that reads a set of signals, or another set for one that exists.
#include <sys/signalfd.h>
#include <kern/syscall.h>

#include "sigset.h"

_Static_assert(sizeof(struct signalfd_siginfo) == sizeof(struct ksignalfd_siginfo), "signalfd_siginfo");

int signalfd(int fd, const sigset_t *mask, int flags) {
  return __call(SYS_signalfd4, fd, mask, SIGSET_BYTES, flags);
}
