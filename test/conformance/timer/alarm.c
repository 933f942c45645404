// alarm — one alarm a process: the rest of the old one in whole seconds, 0 for none, 0 cancels; alarm(2).
#include "../check.h"
#include <sys/time.h>

static volatile sig_atomic_t rung;

static void on_alarm(int sig) { rung++; }

int main(void) {
  sigset_t set, old;
  sigemptyset(&set);
  sigaddset(&set, SIGALRM);
  MUST(sigprocmask(SIG_BLOCK, &set, &old));
  signal(SIGALRM, on_alarm);
  SHOW(alarm(0));
  SHOW(alarm(100));
  // The rest is rounded, and never 0 while an alarm runs.
  unsigned rest = alarm(1000);
  SHOW(rest == 100 || rest == 99);
  rest = alarm(0);
  SHOW(rest == 1000 || rest == 999);
  SHOW(alarm(0));
  struct itimerval t = { { 0, 0 }, { 0, 300000 } }, now;
  MUST(setitimer(ITIMER_REAL, &t, NULL));
  SHOW(alarm(0));
  // It is the timer that setitimer calls ITIMER_REAL; an alarm has no interval.
  alarm(50);
  MUST(getitimer(ITIMER_REAL, &now));
  SHOW(now.it_value.tv_sec == 50 || now.it_value.tv_sec == 49);
  SHOW(now.it_interval.tv_sec + now.it_interval.tv_usec);
  t.it_value.tv_usec = 10000;
  MUST(setitimer(ITIMER_REAL, &t, NULL));
  while (!rung) sigsuspend(&old);
  SHOW(rung);
  SHOW(alarm(0));
  MUST(getitimer(ITIMER_REAL, &now));
  SHOW(now.it_value.tv_sec + now.it_value.tv_usec);
  // A cancelled one does not ring, one that has rung is not taken back.
  MUST(setitimer(ITIMER_REAL, &t, NULL));
  int sig;
  MUST(sigwait(&set, &sig));
  MUST(setitimer(ITIMER_REAL, &t, NULL));
  do sigpending(&set); while (!sigismember(&set, SIGALRM));
  SHOW(alarm(0));
  sigsuspend(&old);
  SHOW(rung);
  return 0;
}
