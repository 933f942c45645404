// sched_yield — lets another thread run.
#include <sched.h>
#include <kern/syscall.h>

int sched_yield(void) {
  return __call(SYS_sched_yield);
}
