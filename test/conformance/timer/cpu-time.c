// cpu-time — ITIMER_VIRTUAL and ITIMER_PROF run while the process computes, not asleep; setitimer(2).
#include "../check.h"
#include <sys/time.h>

static volatile sig_atomic_t rung[65];
static volatile unsigned counter;

static void on_signal(int sig) { rung[sig]++; }

static void set(int which, long usec, long interval) {
  struct itimerval t = { { 0, interval }, { 0, usec } };
  MUST(setitimer(which, &t, NULL));
}

int main(void) {
  signal(SIGVTALRM, on_signal);
  signal(SIGPROF, on_signal);
  signal(SIGALRM, on_signal);
  // Asleep, no time passes for them.
  sigset_t block, old;
  sigemptyset(&block);
  sigaddset(&block, SIGALRM);
  MUST(sigprocmask(SIG_BLOCK, &block, &old));
  set(ITIMER_VIRTUAL, 50000, 0);
  set(ITIMER_PROF, 50000, 0);
  set(ITIMER_REAL, 60000, 0);
  while (!rung[SIGALRM]) sigsuspend(&old);
  SHOW(rung[SIGALRM]);
  SHOW(rung[SIGVTALRM]);
  SHOW(rung[SIGPROF]);
  struct itimerval t;
  MUST(getitimer(ITIMER_VIRTUAL, &t));
  // What is left may be rounded up to the clock's tick.
  SHOW(t.it_value.tv_sec == 0 && t.it_value.tv_usec > 0 && t.it_value.tv_usec <= 60000);
  MUST(getitimer(ITIMER_PROF, &t));
  SHOW(t.it_value.tv_sec == 0 && t.it_value.tv_usec > 0 && t.it_value.tv_usec <= 60000);
  // Computing, they ring: each its own signal.
  while (!rung[SIGVTALRM] || !rung[SIGPROF]) counter++;
  SHOW(rung[SIGVTALRM]);
  SHOW(rung[SIGPROF]);
  MUST(getitimer(ITIMER_VIRTUAL, &t));
  SHOW(t.it_value.tv_sec + t.it_value.tv_usec);
  // Intervals.
  set(ITIMER_VIRTUAL, 8000, 8000);
  while (rung[SIGVTALRM] < 4) counter++;
  MUST(getitimer(ITIMER_VIRTUAL, &t));
  SHOW(t.it_interval.tv_usec >= 8000);
  set(ITIMER_VIRTUAL, 0, 0);
  SHOW(rung[SIGPROF]);
  // By default both end the process.
  CHILD("SIGVTALRM", signal(SIGVTALRM, SIG_DFL); set(ITIMER_VIRTUAL, 8000, 0); for (;;) counter++);
  CHILD("SIGPROF", signal(SIGPROF, SIG_DFL); set(ITIMER_PROF, 8000, 0); for (;;) counter++);
  return 0;
}
