// sigqueue — sends a signal with a value to a process.

#include "queue_info.h"

int sigqueue(pid_t pid, int sig, union sigval value) {
  struct ksiginfo info = __queue_info(sig, value);
  return __call(SYS_rt_sigqueueinfo, pid, sig, &info);
}
