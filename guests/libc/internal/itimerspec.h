// itimerspec — struct itimerspec is the kernel's struct kitimerspec.
#include <stddef.h>
#include <time.h>
#include <kern/syscall.h>

_Static_assert(sizeof(struct itimerspec) == sizeof(struct kitimerspec), "itimerspec");
_Static_assert(offsetof(struct itimerspec, it_value) == offsetof(struct kitimerspec, it_value_sec),
               "it_value");
