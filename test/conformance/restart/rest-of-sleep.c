// rest-of-sleep — what is left of an interrupted sleep: nanosleep, clock_nanosleep, sleep; nanosleep(2).
#include "../check.h"
#include <sys/time.h>
#include <time.h>

static void nothing(int sig) {}

// An alarm every 20 ms, until the next call without: one alone could come before the sleep.
static void alarms(int on) {
  struct itimerval t = { { 0, on * 20000 }, { 0, on * 20000 } };
  MUST(setitimer(ITIMER_REAL, &t, NULL));
}

// Less than what was asked, by less than a second.
static void left(struct timespec t, int seconds) {
  long long ms = t.tv_sec * 1000LL + t.tv_nsec / 1000000;
  SHOW(ms > (seconds - 1) * 1000 && ms < seconds * 1000);
  SHOW(t.tv_nsec >= 0 && t.tv_nsec < 1000000000);
}

int main(void) {
  signal(SIGALRM, nothing);
  alarms(1);
  struct timespec t = { 10, 0 }, rest = { 77, 88 };
  ERR(nanosleep(&t, &rest));
  left(rest, 10);
  SHOW(t.tv_sec == 10 && t.tv_nsec == 0);
  // The rest may stand where the request was.
  ERR(nanosleep(&t, &t));
  left(t, 10);
  ERR(nanosleep(&t, NULL));
  t.tv_sec = 20;
  t.tv_nsec = 0;
  SHOW(clock_nanosleep(CLOCK_MONOTONIC, 0, &t, &rest) == EINTR);
  left(rest, 20);
  // An absolute time leaves no rest.
  rest.tv_sec = 77, rest.tv_nsec = 88;
  MUST(clock_gettime(CLOCK_MONOTONIC, &t));
  t.tv_sec += 10;
  SHOW(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, &rest) == EINTR);
  SHOW(rest.tv_sec == 77 && rest.tv_nsec == 88);
  // A sleep that comes to its end leaves the rest alone.
  alarms(0);
  t.tv_sec = 0, t.tv_nsec = 1000;
  ERR(nanosleep(&t, &rest));
  SHOW(rest.tv_sec == 77 && rest.tv_nsec == 88);
  alarms(1);
  unsigned seconds = sleep(10);
  SHOW(seconds == 9 || seconds == 10);
  ERR(usleep(900000));
  return 0;
}
