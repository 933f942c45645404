// timer_getoverrun — how often a timer ended again before its last signal was delivered.
#include <time.h>
#include <kern/syscall.h>

int timer_getoverrun(timer_t timer) {
  return __call(SYS_timer_getoverrun, timer);
}
