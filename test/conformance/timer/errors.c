// errors — unknown clocks, signals, timers, impossible times EINVAL; bad addresses EFAULT; timer_create(2).
#include "../check.h"
#include <sys/mman.h>
#include <time.h>

int main(void) {
  timer_t id;
  struct sigevent event;
  void *gone = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 4096));
  memset(&event, 0, sizeof event);
  event.sigev_signo = SIGUSR1;
  ERR(timer_create(1000, NULL, &id));
  ERR(timer_create(1000, &event, &id));
  event.sigev_notify = 77;
  ERR(timer_create(CLOCK_MONOTONIC, &event, &id));
  event.sigev_notify = SIGEV_SIGNAL;
  int signals[] = { 0, -1, 65, 1000 };
  for (int i = 0; i < 4; i++) {
    event.sigev_signo = signals[i];
    ERR(timer_create(CLOCK_MONOTONIC, &event, &id));
  }
  // Not even signals that cannot be caught are refused.
  event.sigev_signo = SIGKILL;
  ERR(timer_create(CLOCK_MONOTONIC, &event, &id));
  ERR(timer_delete(id));
  event.sigev_signo = SIGUSR1;
  ERR(timer_create(CLOCK_MONOTONIC, &event, &id));
  struct itimerspec t = { { 0, 0 }, { 100, 0 } }, now;
  struct itimerspec bad[] = {
    { { 0, 0 }, { 0, 1000000000 } }, { { 0, 0 }, { 0, -1 } }, { { 0, 0 }, { -1, 0 } },
    { { 0, 1000000000 }, { 1, 0 } }, { { -1, 0 }, { 1, 0 } }, { { 0, -1 }, { 1, 0 } },
  };
  for (int i = 0; i < 6; i++) ERR(timer_settime(id, 0, &bad[i], NULL));
  ERR(timer_settime(id, 0, NULL, NULL));
  ERR(timer_settime(id, 0, gone, NULL));
  MUST(timer_gettime(id, &now));
  SHOW(now.it_value.tv_sec + now.it_value.tv_nsec);
  ERR(timer_settime(id, 0, &t, gone));
  MUST(timer_gettime(id, &now));
  SHOW(now.it_value.tv_sec > 90);
  ERR(timer_gettime(id, NULL));
  ERR(timer_gettime(id, gone));
  ERR(timer_settime(id, 0x40, &t, NULL));
  timer_t other = (timer_t)(intptr_t)5000;
  ERR(timer_settime(other, 0, &t, NULL));
  ERR(timer_settime(other, 0, &bad[0], NULL));
  ERR(timer_gettime(other, &now));
  ERR(timer_getoverrun(other));
  ERR(timer_delete(other));
  ERR(timer_getoverrun(id));
  ERR(timer_delete(id));
  ERR(timer_delete(id));
  ERR(timer_gettime(id, &now));
  return 0;
}
