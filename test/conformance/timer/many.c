// many — forty timers at once, each with its own value, in the order of their times; timer_create(2).
#include "../check.h"
#include <time.h>

enum { TIMERS = 40 };

int main(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGRTMIN + 2);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  struct timespec start;
  MUST(clock_gettime(CLOCK_MONOTONIC, &start));
  timer_t id[TIMERS];
  for (int i = 0; i < TIMERS; i++) {
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGRTMIN + 2;
    event.sigev_value.sival_int = i;
    MUST(timer_create(CLOCK_MONOTONIC, &event, &id[i]));
  }
  // The last one first, two milliseconds apart.
  for (int i = 0; i < TIMERS; i++) {
    long long ns = start.tv_nsec + 200000000LL + (TIMERS - i) * 2000000LL;
    struct itimerspec t = { { 0, 0 }, { start.tv_sec + ns / 1000000000, ns % 1000000000 } };
    MUST(timer_settime(id[i], TIMER_ABSTIME, &t, NULL));
  }
  // Every fourth is deleted before.
  for (int i = 0; i < TIMERS; i += 4) MUST(timer_delete(id[i]));
  int count = 0, last = TIMERS;
  for (int i = 0; i < TIMERS * 3 / 4; i++) {
    siginfo_t info;
    MUST(sigwaitinfo(&set, &info));
    int value = info.si_value.sival_int;
    if (value >= last || value % 4 == 0) say("%d after %d\n", value, last);
    last = value;
    count++;
  }
  SHOW(count);
  SHOW(last);
  struct timespec zero = { 0, 0 };
  ERR(sigtimedwait(&set, NULL, &zero));
  return 0;
}
