// timer_delete — removes a timer.
#include <time.h>
#include <kern/syscall.h>

int timer_delete(timer_t timer) {
  return __call(SYS_timer_delete, timer);
}
