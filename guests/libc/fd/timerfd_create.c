// timerfd_create — a timer read from a descriptor.
#include <sys/timerfd.h>
#include <kern/syscall.h>

int timerfd_create(int clock, int flags) {
  return __call(SYS_timerfd_create, clock, flags);
}
