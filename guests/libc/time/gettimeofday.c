// gettimeofday — the time of day in microseconds.
#include <string.h>
#include <sys/time.h>
#include <time.h>

int gettimeofday(struct timeval *restrict tv, void *restrict zone) {
  struct timespec now;
  if (zone) memset(zone, 0, sizeof(struct timezone));
  if (!tv) return 0;
  if (clock_gettime(CLOCK_REALTIME, &now) < 0) return -1;
  tv->tv_sec = now.tv_sec;
  tv->tv_usec = now.tv_nsec / 1000;
  return 0;
}
