// absolute — TIMER_ABSTIME: a time of the timer's clock, in the past at once; timer_settime(2).
#include "../check.h"
#include <time.h>

static long long ns(struct timespec t) { return t.tv_sec * 1000000000LL + t.tv_nsec; }

static struct timespec plus(struct timespec t, long long more) {
  long long sum = ns(t) + more;
  return (struct timespec){ .tv_sec = sum / 1000000000, .tv_nsec = sum % 1000000000 };
}

static void test(clockid_t clock) {
  sigset_t set;
  siginfo_t info;
  sigemptyset(&set);
  sigaddset(&set, SIGALRM);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  timer_t id;
  MUST(timer_create(clock, NULL, &id));
  struct timespec start, end;
  struct itimerspec t = { { 0, 0 }, { 0, 0 } }, now;
  MUST(clock_gettime(clock, &start));
  t.it_value = plus(start, 10000000);
  ERR(timer_settime(id, TIMER_ABSTIME, &t, NULL));
  MUST(sigwaitinfo(&set, &info));
  MUST(clock_gettime(clock, &end));
  SHOW(ns(end) >= ns(t.it_value));
  // What is left is relative all the same.
  t.it_value = plus(start, 100000000000LL);
  ERR(timer_settime(id, TIMER_ABSTIME, &t, NULL));
  MUST(timer_gettime(id, &now));
  SHOW(now.it_value.tv_sec >= 90 && now.it_value.tv_sec <= 100);
  // The past: a nanosecond after the clock's beginning.
  t.it_value = (struct timespec){ .tv_nsec = 1 };
  ERR(timer_settime(id, TIMER_ABSTIME, &t, &now));
  SHOW(now.it_value.tv_sec >= 90);
  SHOW(sigwaitinfo(&set, &info) == SIGALRM && info.si_code == SI_TIMER);
  // A period that began in the past: what is over by now has run over. The monotonic clock may be too young.
  if (clock == CLOCK_REALTIME) {
    t.it_value = plus(start, -1050000000000LL);
    t.it_interval.tv_sec = 100;
    ERR(timer_settime(id, TIMER_ABSTIME, &t, NULL));
    MUST(sigwaitinfo(&set, &info));
    SHOW(info.si_overrun);
    MUST(timer_gettime(id, &now));
    SHOW(ns(now.it_value) > 0 && ns(now.it_value) <= 100000000000LL);
  }
  ERR(timer_delete(id));
}

int main(void) {
  test(CLOCK_MONOTONIC);
  test(CLOCK_REALTIME);
  return 0;
}
