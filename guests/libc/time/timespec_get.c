// timespec_get — C's way to ask the time of day.
#include <time.h>

int timespec_get(struct timespec *ts, int base) {
  if (base != TIME_UTC) return 0;
  return clock_gettime(CLOCK_REALTIME, ts) < 0 ? 0 : base;
}
