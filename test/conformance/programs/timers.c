// timers — says what an executed program finds of its predecessor's timers.
#include "../check.h"
#include <sys/time.h>
#include <time.h>

int main(void) {
  struct itimerval t;
  int which[] = { ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF };
  const char *names[] = { "ITIMER_REAL", "ITIMER_VIRTUAL", "ITIMER_PROF" };
  for (int i = 0; i < 3; i++) {
    MUST(getitimer(which[i], &t));
    say("%s: %s, interval %d s\n", names[i], t.it_value.tv_sec || t.it_value.tv_usec ? "runs" : "none",
        (int)t.it_interval.tv_sec);
  }
  unsigned left = alarm(0);
  say("alarm: %s\n", left > 90 && left <= 100 ? "kept" : left ? "other" : "none");
  // The first identifiers a process gets.
  for (intptr_t id = 0; id < 3; id++) {
    struct itimerspec spec;
    ERR(timer_gettime((timer_t)id, &spec));
  }
  return 0;
}
