// absolute — TFD_TIMER_ABSTIME: a time of the clock; the past counts, with its periods; timerfd_settime(2).
#include "../check.h"
#include <sys/timerfd.h>
#include <time.h>

static long long ns(struct timespec t) { return t.tv_sec * 1000000000LL + t.tv_nsec; }

static struct timespec plus(struct timespec t, long long more) {
  long long sum = ns(t) + more;
  return (struct timespec){ .tv_sec = sum / 1000000000, .tv_nsec = sum % 1000000000 };
}

int main(void) {
  clockid_t clocks[] = { CLOCK_MONOTONIC, CLOCK_REALTIME };
  for (int i = 0; i < 2; i++) {
    int fd = MUST(timerfd_create(clocks[i], 0));
    struct itimerspec t = { { 0, 0 }, { 0, 0 } }, now;
    struct timespec start, end;
    uint64_t count;
    MUST(clock_gettime(clocks[i], &start));
    t.it_value = plus(start, 10000000);
    ERR(timerfd_settime(fd, TFD_TIMER_ABSTIME, &t, NULL));
    ERR(read(fd, &count, sizeof count));
    SHOW(count);
    MUST(clock_gettime(clocks[i], &end));
    SHOW(ns(end) >= ns(t.it_value));
    t.it_value = plus(start, 100000000000LL);
    ERR(timerfd_settime(fd, TFD_TIMER_ABSTIME, &t, NULL));
    ERR(timerfd_gettime(fd, &now));
    SHOW(now.it_value.tv_sec >= 90 && now.it_value.tv_sec <= 100);
    t.it_value = (struct timespec){ .tv_nsec = 1 };
    ERR(timerfd_settime(fd, TFD_TIMER_ABSTIME, &t, NULL));
    ERR(read(fd, &count, sizeof count));
    SHOW(count);
    // The monotonic clock may be too young for a period that began long ago.
    if (clocks[i] == CLOCK_MONOTONIC) continue;
    t.it_value = plus(start, -1050000000000LL);
    t.it_interval.tv_sec = 100;
    ERR(timerfd_settime(fd, TFD_TIMER_ABSTIME, &t, NULL));
    ERR(read(fd, &count, sizeof count));
    SHOW(count);
    ERR(timerfd_gettime(fd, &now));
    SHOW(ns(now.it_value) > 0 && ns(now.it_value) <= 100000000000LL);
    SHOW(now.it_interval.tv_sec);
  }
  return 0;
}
