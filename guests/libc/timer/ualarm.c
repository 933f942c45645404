// ualarm — SIGALRM after some microseconds, then at intervals; the microseconds left of the alarm before.
#include <sys/time.h>
#include <unistd.h>

static struct timeval of_microseconds(unsigned microseconds) {
  return (struct timeval){.tv_sec = microseconds / 1000000, .tv_usec = microseconds % 1000000};
}

unsigned ualarm(unsigned microseconds, unsigned interval) {
  struct itimerval value = {of_microseconds(interval), of_microseconds(microseconds)}, old;
  if (setitimer(ITIMER_REAL, &value, &old) < 0) return -1;
  return old.it_value.tv_sec * 1000000 + old.it_value.tv_usec;
}
