// getitimer — what is left of an interval timer.

#include "itimer.h"

int getitimer(int which, struct itimerval *value) {
  int r = __syscall(SYS_getitimer, which, value);
  if (r >= 0) __itimer_widen(value);
  return __syscall_ret(r);
}
