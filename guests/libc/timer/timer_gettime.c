// timer_gettime — what is left of a timer.

#include "itimerspec.h"

int timer_gettime(timer_t timer, struct itimerspec *value) {
  return __call(SYS_timer_gettime, timer, value);
}
