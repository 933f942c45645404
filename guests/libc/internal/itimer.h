// itimer — struct itimerval is the kernel's struct kitimerval, but for the width of microseconds.
#include <sys/time.h>
#include <kern/syscall.h>

_Static_assert(sizeof(struct itimerval) == sizeof(struct kitimerval), "itimerval");
_Static_assert(__builtin_offsetof(struct itimerval, it_value) ==
                 __builtin_offsetof(struct kitimerval, it_value_sec), "it_value");

// What the kernel wrote to the program's own address becomes a struct itimerval.
static inline void __itimer_widen(struct itimerval *value) {
  value->it_interval.tv_usec = (int)value->it_interval.tv_usec;
  value->it_value.tv_usec = (int)value->it_value.tv_usec;
}
