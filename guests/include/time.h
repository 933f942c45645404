// time.h — the sysroot's; process clocks are real here, so clock() needs no emulation; timers exist.
#ifndef _QUIRE_TIME_H
#define _QUIRE_TIME_H
#ifndef _WASI_EMULATED_PROCESS_CLOCKS
#define _WASI_EMULATED_PROCESS_CLOCKS
#endif
#include_next <time.h>
#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
  defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
struct sigevent;
int timer_create(clockid_t, struct sigevent *__restrict, timer_t *__restrict);
int timer_settime(timer_t, int, const struct itimerspec *__restrict, struct itimerspec *__restrict);
int timer_gettime(timer_t, struct itimerspec *);
int timer_getoverrun(timer_t);
int timer_delete(timer_t);
#ifdef __cplusplus
}
#endif
#endif
#endif
