// nanosleep — sleeps; a signal ends it with EINTR and the rest in rem.
#include <time.h>
#include <kern/syscall.h>

int nanosleep(const struct timespec *req, struct timespec *rem) {
  return __call(SYS_nanosleep, req, rem);
}
