// sys/time.h — the sysroot's and the interval timers it hides.
#ifndef _QUIRE_SYS_TIME_H
#define _QUIRE_SYS_TIME_H
#include <kern/itimer.h>
#include_next <sys/time.h>

#ifdef __cplusplus
extern "C" {
#endif

struct itimerval {
  struct timeval it_interval;
  struct timeval it_value;
};

int getitimer(int, struct itimerval *);
int setitimer(int, const struct itimerval *__restrict, struct itimerval *__restrict);

#ifdef __cplusplus
}
#endif
#endif
