// itimer-errors — unknown timers and impossible times EINVAL, bad addresses EFAULT; setitimer(2).
#include "../check.h"
#include <sys/mman.h>
#include <sys/time.h>

int main(void) {
  struct itimerval t = { { 0, 0 }, { 100, 0 } }, now;
  void *gone = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 4096));
  ERR(setitimer(3, &t, NULL));
  ERR(setitimer(-1, &t, NULL));
  ERR(getitimer(3, &now));
  ERR(getitimer(-1, &now));
  ERR(getitimer(ITIMER_REAL, NULL));
  ERR(getitimer(ITIMER_REAL, gone));
  ERR(setitimer(ITIMER_REAL, gone, NULL));
  struct itimerval bad[] = {
    { { 0, 0 }, { 0, 1000000 } }, { { 0, 0 }, { 0, -1 } }, { { 0, 0 }, { -1, 0 } },
    { { 0, 1000000 }, { 1, 0 } }, { { -1, 0 }, { 1, 0 } }, { { 0, -1 }, { 1, 0 } },
  };
  for (int i = 0; i < 6; i++) ERR(setitimer(ITIMER_REAL, &bad[i], NULL));
  MUST(getitimer(ITIMER_REAL, &now));
  SHOW(now.it_value.tv_sec + now.it_value.tv_usec);
  // The old value cannot be written: the timer is set all the same.
  ERR(setitimer(ITIMER_REAL, &t, gone));
  MUST(getitimer(ITIMER_REAL, &now));
  SHOW(now.it_value.tv_sec > 90);
  ERR(setitimer(3, NULL, NULL));
  return 0;
}
