// sleep — sleeps; the seconds left when a signal ended it.
#include <time.h>
#include <unistd.h>

unsigned sleep(unsigned seconds) {
  struct timespec left = {.tv_sec = seconds};
  return nanosleep(&left, &left) < 0 ? left.tv_sec : 0;
}
