// alarm — SIGALRM after some seconds; the seconds left of the alarm before, rounded, but never to 0.
#include <sys/time.h>
#include <unistd.h>

unsigned alarm(unsigned seconds) {
  struct itimerval value = {.it_value.tv_sec = seconds}, old;
  if (setitimer(ITIMER_REAL, &value, &old) < 0) return 0;
  unsigned left = old.it_value.tv_sec;
  int counts = old.it_value.tv_usec >= 500000 || (left == 0 && old.it_value.tv_usec > 0);
  return left + counts;
}
