// timerfd_gettime — what is left of a descriptor's timer.
#include <sys/timerfd.h>

#include "itimerspec.h"

int timerfd_gettime(int fd, struct itimerspec *value) {
  return __call(SYS_timerfd_gettime, fd, value);
}
