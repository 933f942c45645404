// pthread_sigmask — sigprocmask whose result is an error number.
#include <kern/syscall.h>

#include "sigset.h"

int pthread_sigmask(int how, const sigset_t *restrict set, sigset_t *restrict old) {
  return -__syscall(SYS_rt_sigprocmask, how, set, old, SIGSET_BYTES);
}
