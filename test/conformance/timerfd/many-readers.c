// many-readers — each expiration goes to one of several sleeping readers, none to two; timerfd_create(2).
#include "../check.h"
#include <sys/timerfd.h>
#include <time.h>

enum { READERS = 4, READS = 5 };

static long long ms(void) {
  struct timespec t;
  MUST(clock_gettime(CLOCK_MONOTONIC, &t));
  return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

int main(void) {
  int fd = MUST(timerfd_create(CLOCK_MONOTONIC, 0)), p[2];
  MUST(pipe(p));
  long long start = ms();
  struct itimerspec t = { { 0, 2000000 }, { 0, 2000000 } };
  for (int i = 0; i < READERS; i++) {
    if (MUST(fork())) continue;
    for (int n = 0; n < READS; n++) {
      uint64_t count = 0;
      MUST(read(fd, &count, sizeof count));
      MUST(write(p[1], &count, sizeof count));
    }
    _exit(0);
  }
  MUST(timerfd_settime(fd, 0, &t, NULL));
  close(p[1]);
  int reads = 0, zeros = 0;
  uint64_t count, sum = 0;
  while (MUST(read(p[0], &count, sizeof count)) == sizeof count) {
    reads++;
    sum += count;
    zeros += count == 0;
  }
  long long elapsed = ms() - start;
  while (wait(NULL) > 0) ;
  SHOW(reads);
  SHOW(zeros);
  SHOW(sum >= READERS * READS && (long long)sum <= elapsed / 2 + 1);
  return 0;
}
