// read — a signalfd gives pending signals as records: number, code, sender, value; signalfd(2).
#include "../check.h"
#include <sys/signalfd.h>

static int fd;

static void look(const char *who, pid_t sender) {
  struct signalfd_siginfo s;
  memset(&s, 0x55, sizeof s);
  ssize_t n = read(fd, &s, sizeof s);
  if (n < 0) say("%s: %s\n", who, errname(errno));
  if (n != sizeof s) return;
  const char *code = s.ssi_code == SI_USER ? "SI_USER" : s.ssi_code == SI_QUEUE ? "SI_QUEUE"
    : s.ssi_code == SI_TKILL ? "SI_TKILL" : "other";
  int real_time = (int)s.ssi_signo >= SIGRTMIN;
  say("%s: %s%d %s, pid %s, uid %d, int %d, errno %d, fd %d, status %d\n", who,
      real_time ? "SIGRTMIN + " : "",
      (int)s.ssi_signo - (real_time ? SIGRTMIN : 0), code, (pid_t)s.ssi_pid == sender ? "right" : "wrong",
      (int)(s.ssi_uid - getuid()), s.ssi_int, s.ssi_errno, s.ssi_fd, s.ssi_status);
}

int main(void) {
  SHOW(sizeof(struct signalfd_siginfo));
  sigset_t set, pending;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGRTMIN + 3);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  fd = MUST(signalfd(-1, &set, 0));
  MUST(kill(getpid(), SIGUSR1));
  look("kill", getpid());
  MUST(raise(SIGUSR1));
  look("raise", getpid());
  union sigval value = { .sival_int = -12345 };
  MUST(sigqueue(getpid(), SIGUSR1, value));
  look("sigqueue", getpid());
  value.sival_int = 1 << 30;
  MUST(sigqueue(getpid(), SIGRTMIN + 3, value));
  look("sigqueue", getpid());
  sigpending(&pending);
  SHOW(sigismember(&pending, SIGUSR1) + sigismember(&pending, SIGRTMIN + 3));
  pid_t parent = getpid(), pid = MUST(fork());
  if (pid == 0) {
    MUST(kill(parent, SIGUSR1));
    _exit(0);
  }
  look("child", pid);
  reap("child", pid);
  // Taken one way, a signal is not there the other way.
  MUST(kill(getpid(), SIGUSR1));
  int sig;
  SHOW(sigwait(&set, &sig));
  MUST(fcntl(fd, F_SETFL, O_NONBLOCK));
  look("taken by sigwait", 0);
  return 0;
}
