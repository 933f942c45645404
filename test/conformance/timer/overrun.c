// overrun — a timer has one signal pending at most; what it missed is its overrun; timer_getoverrun(2).
#include "../check.h"
#include <time.h>

static long long ms(void) {
  struct timespec t;
  MUST(clock_gettime(CLOCK_MONOTONIC, &t));
  return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

int main(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGRTMIN);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGRTMIN;
  event.sigev_value.sival_int = 5;
  timer_t id;
  MUST(timer_create(CLOCK_MONOTONIC, &event, &id));
  struct itimerspec t = { { 0, 1000000 }, { 0, 1000000 } };
  long long start = ms();
  MUST(timer_settime(id, 0, &t, NULL));
  while (ms() - start < 30) ;
  siginfo_t info;
  SHOW(sigwaitinfo(&set, &info) - SIGRTMIN);
  SHOW(info.si_code == SI_TIMER && info.si_value.sival_int == 5);
  SHOW(info.si_overrun >= 20 && info.si_overrun <= ms() - start);
  SHOW(timer_getoverrun(id) == info.si_overrun);
  // All expirations are accounted for: signals and overruns together.
  int count = 1 + info.si_overrun;
  for (int i = 0; i < 10; i++) {
    MUST(sigwaitinfo(&set, &info));
    count += 1 + info.si_overrun;
  }
  long long elapsed = ms() - start;
  SHOW(count >= 30 && count <= elapsed + 1);
  // Stopped, with a signal pending or not, it sends no more.
  memset(&t, 0, sizeof t);
  MUST(timer_settime(id, 0, &t, NULL));
  struct timespec zero = { 0, 0 };
  sigtimedwait(&set, &info, &zero);
  ERR(sigtimedwait(&set, &info, &zero));
  // Two timers of one real-time signal have one pending each.
  timer_t second;
  event.sigev_value.sival_int = 6;
  MUST(timer_create(CLOCK_MONOTONIC, &event, &second));
  t.it_value.tv_nsec = 1000000;
  MUST(timer_settime(second, 0, &t, NULL));
  MUST(sigwaitinfo(&set, &info));
  SHOW(info.si_value.sival_int);
  SHOW(info.si_overrun);
  t.it_value.tv_nsec = 1000000;
  MUST(timer_settime(id, 0, &t, NULL));
  t.it_value.tv_nsec = 3000000;
  MUST(timer_settime(second, 0, &t, NULL));
  start = ms();
  while (ms() - start < 20) ;
  for (int i = 0; i < 2; i++) {
    MUST(sigwaitinfo(&set, &info));
    SHOW(info.si_value.sival_int);
  }
  ERR(sigtimedwait(&set, &info, &zero));
  return 0;
}
