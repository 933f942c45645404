// gettime — timerfd_gettime and the old value of timerfd_settime: what is left, and the interval.
// timerfd_settime(2).
#include "../check.h"
#include <sys/timerfd.h>
#include <time.h>

static long long ns(struct timespec t) { return t.tv_sec * 1000000000LL + t.tv_nsec; }

int main(void) {
  clockid_t clocks[] = { CLOCK_MONOTONIC, CLOCK_REALTIME };
  for (int i = 0; i < 2; i++) {
    int fd = MUST(timerfd_create(clocks[i], 0));
    struct itimerspec t = { { 7, 5 }, { 100, 500 } }, now, old;
    ERR(timerfd_gettime(fd, &now));
    SHOW(ns(now.it_value) + ns(now.it_interval));
    ERR(timerfd_settime(fd, 0, &t, &old));
    SHOW(ns(old.it_value) + ns(old.it_interval));
    ERR(timerfd_gettime(fd, &now));
    SHOW(ns(now.it_interval));
    SHOW(now.it_value.tv_sec >= 90 && ns(now.it_value) <= 100000000500LL);
    // Disarmed by a zero value; the interval alone remains.
    t.it_value.tv_sec = t.it_value.tv_nsec = 0;
    ERR(timerfd_settime(fd, 0, &t, &old));
    SHOW(old.it_value.tv_sec >= 90 && old.it_interval.tv_sec == 7);
    ERR(timerfd_gettime(fd, &now));
    SHOW(ns(now.it_value));
    SHOW(ns(now.it_interval));
    // A single shot that is over has nothing left; a period always has.
    t.it_interval.tv_sec = t.it_interval.tv_nsec = 0;
    t.it_value.tv_nsec = 1000000;
    MUST(timerfd_settime(fd, 0, &t, NULL));
    do MUST(timerfd_gettime(fd, &now)); while (ns(now.it_value));
    uint64_t count;
    ERR(read(fd, &count, sizeof count));
    t.it_interval.tv_sec = 50;
    MUST(timerfd_settime(fd, 0, &t, NULL));
    ERR(read(fd, &count, sizeof count));
    ERR(timerfd_gettime(fd, &now));
    SHOW(now.it_value.tv_sec >= 40 && ns(now.it_value) <= 50000000000LL);
    close(fd);
  }
  return 0;
}
