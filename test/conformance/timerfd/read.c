// read — how often a timerfd has expired since the last read; not at all: sleep or EAGAIN; timerfd_create(2).
#include "../check.h"
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <time.h>

static int fd;

static void set(long nsec, long interval) {
  struct itimerspec t = { { 0, interval }, { 0, nsec } };
  MUST(timerfd_settime(fd, 0, &t, NULL));
}

static long long ms(void) {
  struct timespec t;
  MUST(clock_gettime(CLOCK_MONOTONIC, &t));
  return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

int main(void) {
  uint64_t count = 0, more[3] = { 0, 77, 77 };
  fd = MUST(timerfd_create(CLOCK_MONOTONIC, 0));
  long long start = ms();
  set(10000000, 0);
  ERR(read(fd, &count, sizeof count));
  SHOW(count);
  SHOW(ms() - start >= 9);
  // One shot: nothing follows.
  MUST(fcntl(fd, F_SETFL, O_NONBLOCK));
  ERR(read(fd, &count, sizeof count));
  set(1, 0);
  while (read(fd, more, sizeof more) < 0) ;
  SHOW(more[0]);
  SHOW(more[1]);
  // A period: as many as there were, all at once.
  start = ms();
  set(1000000, 1000000);
  while (ms() - start < 30) ;
  ERR(read(fd, &count, sizeof count));
  SHOW(count >= 29 && (long long)count <= ms() - start + 1);
  MUST(fcntl(fd, F_SETFL, 0));
  uint64_t sum = count;
  for (int i = 0; i < 10; i++) {
    ERR(read(fd, &count, sizeof count) - 8);
    sum += count;
    if (count < 1) say("nothing read\n");
  }
  SHOW(sum >= 39 && (long long)sum <= ms() - start + 1);
  // Set again, what has not been read is forgotten.
  set(1, 0);
  usleep(2000);
  set(900000000, 0);
  MUST(fcntl(fd, F_SETFL, O_NONBLOCK));
  ERR(read(fd, &count, sizeof count));
  // A read to a bad size or in parts.
  set(1, 0);
  ERR(read(fd, &count, 7));
  struct iovec v[2] = { { &more[0], 8 }, { &more[1], 8 } };
  more[0] = 0;
  ssize_t n;
  while ((n = readv(fd, v, 2)) < 0 && errno == EAGAIN) ;
  SHOW(n);
  SHOW(more[0]);
  return 0;
}
