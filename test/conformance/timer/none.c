// none — SIGEV_NONE: a timer that only counts, read by timer_gettime; timer_create(2).
#include "../check.h"
#include <time.h>

static long long ns(struct timespec t) { return t.tv_sec * 1000000000LL + t.tv_nsec; }

int main(void) {
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_NONE;
  event.sigev_signo = 12345;
  timer_t id;
  ERR(timer_create(CLOCK_MONOTONIC, &event, &id));
  struct itimerspec t = { { 7, 5 }, { 100, 500 } }, now, old;
  ERR(timer_settime(id, 0, &t, &old));
  SHOW(ns(old.it_value) + ns(old.it_interval));
  ERR(timer_gettime(id, &now));
  SHOW(ns(now.it_interval));
  SHOW(now.it_value.tv_sec >= 98 && ns(now.it_value) <= 100000000500LL);
  // It goes down.
  long long before = ns(now.it_value);
  for (int i = 0; i < 1000; i++) {
    MUST(timer_gettime(id, &now));
    if (ns(now.it_value) > before) say("up\n");
    before = ns(now.it_value);
  }
  // A single shot ends at zero, a periodic one stays below its interval.
  struct itimerspec shot = { { 0, 0 }, { 0, 1000000 } };
  MUST(timer_settime(id, 0, &shot, NULL));
  do MUST(timer_gettime(id, &now)); while (ns(now.it_value));
  SHOW(ns(now.it_value));
  struct itimerspec periodic = { { 5, 0 }, { 0, 1000000 } };
  MUST(timer_settime(id, 0, &periodic, NULL));
  do MUST(timer_gettime(id, &now)); while (ns(now.it_value) <= 1000000);
  SHOW(now.it_value.tv_sec >= 3 && ns(now.it_value) <= 5000000000LL);
  SHOW(now.it_interval.tv_sec);
  SHOW(timer_getoverrun(id));
  ERR(timer_delete(id));
  return 0;
}
