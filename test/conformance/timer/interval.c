// interval — setitimer: old values, an interval that rings again and again, getitimer counts down.
// setitimer(2).
#include "../check.h"
#include <sys/time.h>

static volatile sig_atomic_t rung;
static volatile unsigned counter;

static void on_alarm(int sig) { rung++; }

static int is_zero(struct itimerval t) {
  return t.it_value.tv_sec == 0 && t.it_value.tv_usec == 0 && t.it_interval.tv_sec == 0 &&
         t.it_interval.tv_usec == 0;
}

int main(void) {
  signal(SIGALRM, on_alarm);
  struct itimerval t = { { 50, 250000 }, { 100, 0 } }, old, now;
  MUST(getitimer(ITIMER_REAL, &now));
  SHOW(is_zero(now));
  ERR(setitimer(ITIMER_REAL, &t, &old));
  SHOW(is_zero(old));
  ERR(getitimer(ITIMER_REAL, &now));
  SHOW(now.it_interval.tv_sec == 50 && now.it_interval.tv_usec == 250000);
  SHOW(now.it_value.tv_sec >= 98 && now.it_value.tv_sec <= 100);
  SHOW(now.it_value.tv_usec >= 0 && now.it_value.tv_usec < 1000000);
  // An interval without a value: nothing runs.
  t.it_value.tv_sec = 0;
  ERR(setitimer(ITIMER_REAL, &t, &old));
  SHOW(old.it_interval.tv_sec == 50 && old.it_value.tv_sec >= 98);
  MUST(getitimer(ITIMER_REAL, &now));
  SHOW(now.it_value.tv_sec + now.it_value.tv_usec);
  SHOW(now.it_interval.tv_sec);
  // Every two milliseconds, in the middle of a computation.
  t.it_interval.tv_sec = 0;
  t.it_interval.tv_usec = 2000;
  t.it_value = t.it_interval;
  MUST(setitimer(ITIMER_REAL, &t, NULL));
  while (rung < 5) counter++;
  memset(&t, 0, sizeof t);
  ERR(setitimer(ITIMER_REAL, &t, &old));
  SHOW(old.it_interval.tv_usec);
  SHOW(old.it_value.tv_sec == 0 && old.it_value.tv_usec <= 2000);
  int last = rung;
  usleep(10000);
  SHOW(rung == last);
  // A large value goes, the same process may have it and an alarm in turn.
  t.it_value.tv_sec = 100000000;
  t.it_value.tv_usec = 999999;
  ERR(setitimer(ITIMER_REAL, &t, NULL));
  SHOW(alarm(3) > 99999990);
  return 0;
}
