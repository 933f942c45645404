// setitimer — sets an interval timer: SIGALRM, SIGVTALRM or SIGPROF, once or again and again.

#include "itimer.h"

int setitimer(int which, const struct itimerval *restrict value, struct itimerval *restrict old) {
  int r = __syscall(SYS_setitimer, which, value, old);
  if (r >= 0 && old) __itimer_widen(old);
  return __syscall_ret(r);
}
