// fork-exec — fork takes no timer along, exec keeps those of setitimer and drops those of timer_create.
// programs: timers
#include "../check.h"
#include <sys/time.h>
#include <time.h>

static void start(void) {
  struct itimerval t = { { 200, 0 }, { 100, 0 } };
  MUST(setitimer(ITIMER_REAL, &t, NULL));
  t.it_value.tv_sec = 300;
  MUST(setitimer(ITIMER_VIRTUAL, &t, NULL));
  MUST(setitimer(ITIMER_PROF, &t, NULL));
  timer_t id;
  struct itimerspec spec = { { 0, 0 }, { 100, 0 } };
  for (int i = 0; i < 2; i++) {
    MUST(timer_create(CLOCK_MONOTONIC, NULL, &id));
    MUST(timer_settime(id, 0, &spec, NULL));
    ERR(timer_gettime(id, &spec));
  }
}

int main(void) {
  start();
  CHILD("fork and exec", execl(program("timers"), "timers", (char *)NULL));
  CHILD("fork",
    struct itimerval t;
    MUST(getitimer(ITIMER_REAL, &t));
    SHOW(t.it_value.tv_sec + t.it_value.tv_usec + t.it_interval.tv_sec);
    SHOW(alarm(0));
    // The identifiers begin anew as well.
    timer_t id;
    struct itimerspec spec;
    ERR(timer_gettime((timer_t)0, &spec));
    MUST(timer_create(CLOCK_MONOTONIC, NULL, &id));
    SHOW((intptr_t)id));
  SHOW(alarm(100) > 90);
  MUST(execl(program("timers"), "timers", (char *)NULL));
  return 0;
}
