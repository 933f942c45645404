// clock_gettime — the time of a clock.

#include "timespec.h"

int __clock_gettime(clockid_t clock, struct timespec *ts) {
  return __call(SYS_clock_gettime, clock, ts);
}

int clock_gettime(clockid_t clock, struct timespec *ts) __attribute__((alias("__clock_gettime")));
