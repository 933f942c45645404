// timespec — struct timespec is the kernel's struct ktimespec.
#include <stddef.h>
#include <time.h>
#include <kern/syscall.h>

_Static_assert(sizeof(struct timespec) == sizeof(struct ktimespec), "timespec");
_Static_assert(offsetof(struct timespec, tv_nsec) == offsetof(struct ktimespec, tv_nsec), "tv_nsec");
