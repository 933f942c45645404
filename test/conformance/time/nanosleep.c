// nanosleep — sleeps at least as long as asked; bad requests EINVAL, bad addresses EFAULT; nanosleep(2).
#include "../check.h"
#include <time.h>

static long long ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

int main(void) {
  struct timespec t = { 0, 20000000 }, zero = { 0, 0 };
  long long start = ms();
  ERR(nanosleep(&t, NULL));
  SHOW(ms() - start >= 19);
  ERR(nanosleep(&zero, NULL));
  struct timespec bad[] = { { 0, -1 }, { 0, 1000000000 }, { -1, 0 }, { -5, 999999999 } };
  for (int i = 0; i < 4; i++) ERR(nanosleep(&bad[i], NULL));
  start = ms();
  SHOW(usleep(15000));
  SHOW(ms() - start >= 14);
  start = ms();
  SHOW(sleep(0));
  SHOW(clock_nanosleep(CLOCK_MONOTONIC, 0, &t, NULL));
  SHOW(ms() - start >= 19);
  clock_gettime(CLOCK_MONOTONIC, &t);
  SHOW(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL));
  SHOW(clock_nanosleep(CLOCK_MONOTONIC, 0, &bad[1], NULL) == EINVAL);
  return 0;
}
