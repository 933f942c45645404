// pthread_sigqueue — sends a signal with a value to a thread: there is one yet, the caller.
#include <errno.h>
#include <pthread.h>

#include "queue_info.h"

int pthread_sigqueue(pthread_t thread, int sig, union sigval value) {
  if (!pthread_equal(thread, pthread_self())) return ESRCH;
  struct ksiginfo info = __queue_info(sig, value);
  return -__syscall(SYS_rt_tgsigqueueinfo, info.si_pid, __syscall(SYS_gettid), sig, &info);
}
