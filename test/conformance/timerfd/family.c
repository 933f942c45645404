// family — one timer for all copies of its descriptor, over fork and exec; timerfd_create(2).
// programs: expirations
#include "../check.h"
#include <sys/timerfd.h>
#include <time.h>

static uint64_t count;

static void look(int fd) {
  ssize_t n = read(fd, &count, sizeof count);
  if (n < 0) say("%s\n", errname(errno));
  else say("%d\n", (int)count);
}

int main(void) {
  int fd = MUST(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK)), copy = MUST(dup(fd));
  struct itimerspec soon = { { 0, 0 }, { 0, 1 } }, late = { { 3, 0 }, { 100, 0 } }, now;
  MUST(timerfd_settime(fd, 0, &soon, NULL));
  while (read(copy, &count, sizeof count) < 0) ;
  SHOW(count);
  look(fd);
  // The child sets it, the parent sees it.
  CHILD("child", MUST(timerfd_settime(fd, 0, &late, NULL)));
  MUST(timerfd_gettime(copy, &now));
  SHOW(now.it_value.tv_sec > 90 && now.it_interval.tv_sec == 3);
  // The child takes what the parent does not get any more.
  MUST(timerfd_settime(fd, 0, &soon, NULL));
  MUST(fcntl(fd, F_SETFL, 0));
  CHILD("child", look(fd));
  MUST(fcntl(fd, F_SETFL, O_NONBLOCK));
  look(fd);
  // It sleeps until the parent sets the timer.
  MUST(fcntl(fd, F_SETFL, 0));
  pid_t pid = MUST(fork());
  if (pid == 0) {
    look(fd);
    _exit(0);
  }
  MUST(timerfd_settime(copy, 0, &soon, NULL));
  reap("child", pid);
  // Over exec.
  char text[12];
  snprintf(text, sizeof text, "%d", fd);
  CHILD("exec",
    soon.it_value.tv_nsec = 20000000;
    MUST(timerfd_settime(fd, 0, &soon, NULL));
    execl(program("expirations"), "expirations", text, (char *)NULL));
  int other = MUST(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  snprintf(text, sizeof text, "%d", other);
  CHILD("closed on exec", execl(program("expirations"), "expirations", text, (char *)NULL));
  return 0;
}
