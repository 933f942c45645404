// clock_getres — the resolution of a clock.
#include <time.h>
#include <kern/syscall.h>

int clock_getres(clockid_t clock, struct timespec *ts) {
  return __call(SYS_clock_getres, clock, ts);
}
