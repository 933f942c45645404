// standard-signal — two timers with one standard signal: pending once each, unlike what kill sends.
// timer_create(2), signal(7).
#include "../check.h"
#include <time.h>

static int values[8];
static volatile sig_atomic_t seen;

static void on_signal(int sig, siginfo_t *info, void *context) {
  if (seen < 8) values[seen] = info->si_code == SI_TIMER ? info->si_value.sival_int : -1;
  seen++;
}

static void start(timer_t *id, int value, long nsec) {
  struct sigevent event;
  struct itimerspec t = { { 0, 0 }, { 0, nsec } };
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGUSR1;
  event.sigev_value.sival_int = value;
  MUST(timer_create(CLOCK_MONOTONIC, &event, id));
  MUST(timer_settime(*id, 0, &t, NULL));
}

int main(void) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_sigaction = on_signal;
  act.sa_flags = SA_SIGINFO;
  MUST(sigaction(SIGUSR1, &act, NULL));
  sigset_t set, old;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  MUST(sigprocmask(SIG_BLOCK, &set, &old));
  timer_t a, b;
  start(&a, 1, 1000000);
  start(&b, 2, 5000000);
  struct itimerspec now;
  do MUST(timer_gettime(b, &now)); while (now.it_value.tv_sec || now.it_value.tv_nsec);
  MUST(kill(getpid(), SIGUSR1));
  MUST(sigprocmask(SIG_SETMASK, &old, NULL));
  SHOW(seen);
  for (int i = 0; i < seen; i++) SHOW(values[i]);
  MUST(sigpending(&set));
  SHOW(sigismember(&set, SIGUSR1));
  return 0;
}
