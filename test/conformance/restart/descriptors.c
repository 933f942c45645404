// descriptors — reads of a signalfd and of a timerfd that have nothing yet; signalfd(2), timerfd_create(2).
#include "row.h"
#include <sys/signalfd.h>
#include <sys/timerfd.h>

static int fd;

static void make_signalfd(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR2);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  fd = MUST(signalfd(-1, &set, 0));
}

static long read_signalfd(void) {
  struct signalfd_siginfo info;
  return read(fd, &info, sizeof info);
}

static void send(pid_t pid) { MUST(kill(pid, SIGUSR2)); }

static void make_timerfd(void) { fd = MUST(timerfd_create(CLOCK_MONOTONIC, 0)); }

static long read_timerfd(void) {
  uint64_t count;
  long r = read(fd, &count, sizeof count);
  return r == sizeof count ? (long)count : r;
}

static void expire(pid_t pid) {
  struct itimerspec at = { { 0, 0 }, { 0, 1 } };
  MUST(timerfd_settime(fd, 0, &at, NULL));
}

int main(void) {
  row rows[] = {
    { .name = "signalfd", .ends = CAUGHT | CONT, .begin = make_signalfd, .call = read_signalfd,
      .release = send },
    { .name = "timerfd", .ends = CAUGHT | CONT, .prepare = make_timerfd, .call = read_timerfd,
      .release = expire },
  };
  for (int i = 0; i < 2; i++) table(&rows[i]);
  return 0;
}
