// create — a timer's signal carries its value and its number; one shot, then nothing; timer_create(2).
#include "../check.h"
#include <time.h>

static volatile sig_atomic_t seen;
static siginfo_t last;
static sigset_t open_mask;

static void on_signal(int sig, siginfo_t *info, void *context) {
  last = *info;
  seen++;
}

static void catch(int sig) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_sigaction = on_signal;
  act.sa_flags = SA_SIGINFO;
  MUST(sigaction(sig, &act, NULL));
}

static void next(const char *who) {
  int old = seen;
  while (seen == old) sigsuspend(&open_mask);
  const char *code = last.si_code == SI_TIMER ? "SI_TIMER" : "other";
  int sig = last.si_signo;
  const char *name = sig == SIGRTMIN + 1 ? "SIGRTMIN + 1" : sig == SIGUSR1 ? "SIGUSR1" : "SIGALRM";
  say("%s: %s %s, overrun %d, errno %d\n", who, name, code, last.si_overrun, last.si_errno);
}

int main(void) {
  sigset_t all;
  sigfillset(&all);
  MUST(sigprocmask(SIG_SETMASK, &all, &open_mask));
  int signals[] = { SIGALRM, SIGUSR1, SIGRTMIN + 1 };
  for (int i = 0; i < 3; i++) catch(signals[i]);
  struct itimerspec soon = { { 0, 0 }, { 0, 2000000 } }, now;
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  timer_t id;
  clockid_t clocks[] = { CLOCK_MONOTONIC, CLOCK_REALTIME };
  for (int i = 0; i < 4; i++) {
    event.sigev_signo = signals[1 + i % 2];
    event.sigev_value.sival_int = -1000 - i;
    ERR(timer_create(clocks[i / 2], &event, &id));
    MUST(timer_gettime(id, &now));
    SHOW(now.it_value.tv_sec + now.it_value.tv_nsec + now.it_interval.tv_sec + now.it_interval.tv_nsec);
    ERR(timer_settime(id, 0, &soon, NULL));
    next("one shot");
    SHOW(last.si_value.sival_int);
    SHOW(last.si_timerid == (int)(intptr_t)id);
    MUST(timer_gettime(id, &now));
    SHOW(now.it_value.tv_sec + now.it_value.tv_nsec);
    ERR(timer_delete(id));
  }
  // Without an event: SIGALRM.
  MUST(timer_create(CLOCK_MONOTONIC, NULL, &id));
  MUST(timer_settime(id, 0, &soon, NULL));
  next("no event");
  // Started again, stopped in time.
  MUST(timer_settime(id, 0, &soon, NULL));
  next("again");
  soon.it_value.tv_sec = 100;
  MUST(timer_settime(id, 0, &soon, NULL));
  memset(&soon, 0, sizeof soon);
  ERR(timer_settime(id, 0, &soon, &now));
  SHOW(now.it_value.tv_sec >= 99 && now.it_value.tv_sec <= 100);
  MUST(timer_gettime(id, &now));
  SHOW(now.it_value.tv_sec + now.it_value.tv_nsec);
  SHOW(seen);
  return 0;
}
