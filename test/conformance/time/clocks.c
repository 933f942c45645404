// clocks — the clocks run, never backwards, in range; unknown ones EINVAL; clock_gettime(2), clock_getres(2).
#include "../check.h"
#include <time.h>

static int later(struct timespec a, struct timespec b) {
  return a.tv_sec > b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec >= b.tv_nsec);
}

int main(void) {
  struct timespec a, b, r;
  clockid_t clocks[] = { CLOCK_REALTIME, CLOCK_MONOTONIC };
  for (int i = 0; i < 2; i++) {
    ERR(clock_gettime(clocks[i], &a));
    int ordered = 1, valid = 1;
    for (int n = 0; n < 1000; n++) {
      clock_gettime(clocks[i], &b);
      valid &= b.tv_nsec >= 0 && b.tv_nsec < 1000000000;
      ordered &= later(b, a);
      a = b;
    }
    say("ordered %d valid %d\n", ordered, valid);
    ERR(clock_getres(clocks[i], &r));
    SHOW(r.tv_sec == 0 && r.tv_nsec > 0);
  }
  clock_gettime(CLOCK_REALTIME, &a);
  SHOW(a.tv_sec > 1700000000);
  SHOW(time(NULL) - a.tv_sec <= 1);
  ERR(clock_getres(CLOCK_MONOTONIC, NULL));
  return 0;
}
