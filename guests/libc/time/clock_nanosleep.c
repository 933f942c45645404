// clock_nanosleep — sleeps by a clock; the result is an error number.
#include <time.h>
#include <kern/syscall.h>

int __clock_nanosleep(clockid_t clock, int flags, const struct timespec *req, struct timespec *rem) {
  return -__syscall(SYS_clock_nanosleep, clock, flags, req, rem);
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *req, struct timespec *rem)
  __attribute__((alias("__clock_nanosleep")));
