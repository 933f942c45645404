// timer_settime — starts or stops a timer.

#include "itimerspec.h"

int timer_settime(timer_t timer, int flags, const struct itimerspec *restrict value,
                  struct itimerspec *restrict old) {
  return __call(SYS_timer_settime, timer, flags, value, old);
}
