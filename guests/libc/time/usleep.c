// usleep — sleeps microseconds.
#include <time.h>
#include <unistd.h>

int usleep(unsigned microseconds) {
  struct timespec time = {.tv_sec = microseconds / 1000000, .tv_nsec = microseconds % 1000000 * 1000};
  return nanosleep(&time, 0);
}
