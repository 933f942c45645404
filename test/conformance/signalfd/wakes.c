// wakes — a read that sleeps is woken by a signal of its set: a child's, its end, a timer's; signalfd(2).
#include "../check.h"
#include <sys/signalfd.h>
#include <time.h>

static int fd;

static struct signalfd_siginfo next(void) {
  struct signalfd_siginfo s;
  MUST(read(fd, &s, sizeof s) == sizeof s ? 0 : -1);
  return s;
}

static void ended(struct signalfd_siginfo s, pid_t pid) {
  say("%s, code %s, status %d, pid %s\n", signame(s.ssi_signo % 32),
      s.ssi_code == CLD_EXITED ? "CLD_EXITED" : "other", s.ssi_status,
      (pid_t)s.ssi_pid == pid ? "right" : "wrong");
  reap("child", pid);
}

int main(void) {
  sigset_t set;
  int signals[] = { SIGUSR1, SIGCHLD, SIGALRM, SIGRTMIN };
  sigemptyset(&set);
  for (int i = 0; i < 4; i++) sigaddset(&set, signals[i]);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  fd = MUST(signalfd(-1, &set, 0));
  pid_t parent = getpid(), pid = MUST(fork());
  if (pid == 0) {
    for (int i = 0; i < 5; i++) {
      union sigval value = { .sival_int = i };
      MUST(sigqueue(parent, SIGRTMIN, value));
    }
    MUST(kill(parent, SIGUSR1));
    _exit(32);
  }
  // Values keep their order, the others may come before them: their numbers are lower.
  struct signalfd_siginfo s, end;
  int values = 0, usr1 = 0, chld = 0;
  while (values < 5 || !usr1 || !chld) {
    s = next();
    if (s.ssi_signo == SIGUSR1) usr1++;
    else if (s.ssi_signo == SIGCHLD) end = s, chld++;
    else if (s.ssi_int != values++) say("value %d\n", s.ssi_int);
  }
  say("%d values in order, %d SIGUSR1\n", values, usr1);
  ended(end, pid);
  if ((pid = MUST(fork())) == 0) _exit(33);
  ended(next(), pid);
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_signo = SIGALRM;
  event.sigev_value.sival_int = 99;
  timer_t id;
  struct itimerspec t = { { 0, 0 }, { 0, 3000000 } };
  MUST(timer_create(CLOCK_MONOTONIC, &event, &id));
  MUST(timer_settime(id, 0, &t, NULL));
  s = next();
  say("%s, code %s, value %d, overrun %u, timer %s\n", signame(s.ssi_signo % 32),
      s.ssi_code == SI_TIMER ? "SI_TIMER" : "other", s.ssi_int, s.ssi_overrun,
      s.ssi_tid == (unsigned)(intptr_t)id ? "right" : "wrong");
  return 0;
}
