// timerfd_settime — starts or stops a descriptor's timer.
#include <sys/timerfd.h>

#include "itimerspec.h"

int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old) {
  return __call(SYS_timerfd_settime, fd, flags, value, old);
}
