// update — signalfd on an existing descriptor replaces its set, for all its copies; signalfd(2).
#include "../check.h"
#include <sys/signalfd.h>

static void look(int fd) {
  struct signalfd_siginfo s;
  ssize_t n = read(fd, &s, sizeof s);
  say("%s\n", n < 0 ? errname(errno) : signame(s.ssi_signo % 32));
}

int main(void) {
  sigset_t both, one, two;
  sigemptyset(&one);
  sigemptyset(&two);
  sigaddset(&one, SIGUSR1);
  sigaddset(&two, SIGUSR2);
  both = one;
  sigaddset(&both, SIGUSR2);
  MUST(sigprocmask(SIG_BLOCK, &both, NULL));
  int fd = MUST(signalfd(-1, &one, SFD_NONBLOCK)), copy = MUST(dup(fd));
  MUST(kill(getpid(), SIGUSR2));
  look(fd);
  ERR(signalfd(fd, &two, 0) == fd ? 0 : -1);
  SHOW((fcntl(fd, F_GETFL) & O_NONBLOCK) != 0);
  MUST(kill(getpid(), SIGUSR1));
  look(copy);
  look(copy);
  ERR(signalfd(copy, &both, SFD_CLOEXEC) == copy ? 0 : -1);
  SHOW(fcntl(copy, F_GETFD));
  look(fd);
  // Two descriptors with one signal: the first to read takes it.
  int other = MUST(signalfd(-1, &both, SFD_NONBLOCK));
  MUST(kill(getpid(), SIGUSR1));
  look(other);
  look(fd);
  // The child's update is the parent's: the description is shared.
  CHILD("child", signalfd(fd, &one, 0));
  MUST(kill(getpid(), SIGUSR2));
  look(fd);
  look(other);
  return 0;
}
