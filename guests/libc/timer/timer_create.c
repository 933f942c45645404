// timer_create — a timer that sends a signal; a timer_t is the kernel's number.
#include <signal.h>
#include <stddef.h>
#include <time.h>
#include <kern/syscall.h>

_Static_assert(sizeof(timer_t) == sizeof(int), "timer_t");
_Static_assert(sizeof(struct sigevent) == 64, "sigevent");
_Static_assert(offsetof(struct sigevent, sigev_signo) == offsetof(struct ksigevent, sigev_signo),
               "sigev_signo");
_Static_assert(offsetof(struct sigevent, sigev_notify) == offsetof(struct ksigevent, sigev_notify),
               "sigev_notify");
_Static_assert(offsetof(struct sigevent, sigev_notify_thread_id) == offsetof(struct ksigevent, sigev_tid),
               "sigev_notify_thread_id");

int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer) {
  return __call(SYS_timer_create, clock, event, timer);
}
