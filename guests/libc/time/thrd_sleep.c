// thrd_sleep — C11's nanosleep: -1 when a signal ended it, -2 on error.
#include <errno.h>
#include <threads.h>
#include <time.h>

int thrd_sleep(const struct timespec *req, struct timespec *rem) {
  int error = clock_nanosleep(CLOCK_REALTIME, 0, req, rem);
  if (error == 0) return 0;
  return error == EINTR ? -1 : -2;
}
