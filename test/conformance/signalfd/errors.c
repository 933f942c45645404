// errors — bad flags, descriptors, sizes and addresses; nothing to read EAGAIN; signalfd(2).
#include "../check.h"
#include <sys/mman.h>
#include <sys/signalfd.h>

int main(void) {
  struct signalfd_siginfo s;
  void *gone = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 4096));
  sigset_t set, empty;
  sigemptyset(&empty);
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  int p[2];
  MUST(pipe(p));
  ERR(signalfd(-1, &set, 1));
  ERR(signalfd(-1, &set, SFD_NONBLOCK | 0x100000));
  ERR(signalfd(-2, &set, 0));
  ERR(signalfd(1000, &set, 0));
  ERR(signalfd(p[0], &set, 0));
  ERR(signalfd(-1, gone, 0));
  int fd = MUST(signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC));
  SHOW(fcntl(fd, F_GETFD));
  SHOW((fcntl(fd, F_GETFL) & O_NONBLOCK) != 0);
  SHOW((fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR);
  ERR(read(fd, &s, sizeof s));
  ERR(read(fd, &s, sizeof s - 1));
  ERR(read(fd, &s, 0));
  ERR(write(fd, &s, sizeof s));
  ERR(lseek(fd, 0, SEEK_SET));
  ERR(pread(fd, &s, sizeof s, 0));
  // A buffer too small leaves the signal pending, a bad address loses it.
  MUST(kill(getpid(), SIGUSR1));
  ERR(read(fd, &s, sizeof s - 1));
  ERR(read(fd, gone, sizeof s));
  ERR(read(fd, &s, sizeof s));
  // No set is wrong; SIGKILL and SIGSTOP in it mean nothing.
  ERR(signalfd(fd, &empty, 0) == fd ? 0 : -1);
  sigaddset(&set, SIGKILL);
  sigaddset(&set, SIGSTOP);
  ERR(signalfd(fd, &set, 0) == fd ? 0 : -1);
  CHILD("SIGKILL", kill(getpid(), SIGKILL));
  close(fd);
  ERR(read(fd, &s, sizeof s));
  ERR(signalfd(fd, &set, 0));
  return 0;
}
