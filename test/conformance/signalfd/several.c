// several — one read takes as many signals as are pending and fit, the lowest number first; signalfd(2).
#include "../check.h"
#include <sys/signalfd.h>
#include <sys/uio.h>

static struct signalfd_siginfo got[8];

static void show(ssize_t bytes) {
  if (bytes < 0) say("%s\n", errname(errno));
  else say("%d records\n", (int)(bytes / sizeof got[0]));
  for (ssize_t i = 0; i < bytes / (ssize_t)sizeof got[0]; i++) {
    int sig = got[i].ssi_signo;
    if (sig < SIGRTMIN) say("  %s\n", signame(sig % 32));
    else say("  SIGRTMIN + %d, value %d\n", sig - SIGRTMIN, got[i].ssi_int);
  }
}

static void send_all(void) {
  int signals[] = { SIGRTMIN + 2, SIGTERM, SIGRTMIN, SIGHUP, SIGUSR2, SIGRTMIN + 2, SIGHUP };
  for (int i = 0; i < 7; i++) {
    union sigval value = { .sival_int = 10 + i };
    MUST(sigqueue(getpid(), signals[i], value));
  }
}

int main(void) {
  sigset_t set;
  sigfillset(&set);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  int fd = MUST(signalfd(-1, &set, SFD_NONBLOCK));
  send_all();
  show(read(fd, got, sizeof got));
  show(read(fd, got, sizeof got));
  send_all();
  // Whole records only: what is left over of the buffer stays as it is.
  memset(got, 0, sizeof got);
  show(read(fd, got, 2 * sizeof got[0] + 100));
  SHOW(got[2].ssi_signo);
  show(read(fd, got, sizeof got[0]));
  struct iovec v[2] = { { got, sizeof got[0] }, { got + 1, 2 * sizeof got[0] } };
  show(readv(fd, v, 2));
  show(read(fd, got, sizeof got));
  return 0;
}
