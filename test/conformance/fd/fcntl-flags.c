// fcntl-flags — F_GETFD, F_SETFD, F_GETFL, F_SETFL: what is kept and what cannot be changed; fcntl(2).
#include "../check.h"

#define KNOWN (O_ACCMODE | O_APPEND | O_NONBLOCK | O_CREAT | O_EXCL | O_TRUNC)

int main(void) {
  int fd = MUST(open("data", O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 0600));
  say("%#o\n", fcntl(fd, F_GETFL) & KNOWN);
  ERR(fcntl(fd, F_SETFL, O_NONBLOCK));
  say("%#o\n", fcntl(fd, F_GETFL) & KNOWN);
  ERR(fcntl(fd, F_SETFL, O_WRONLY | O_CREAT | O_TRUNC | O_EXCL | O_APPEND));
  say("%#o\n", fcntl(fd, F_GETFL) & KNOWN);
  ERR(fcntl(fd, F_SETFL, 0));
  say("%#o\n", fcntl(fd, F_GETFL) & KNOWN);
  ERR(fcntl(fd, F_SETFD, FD_CLOEXEC));
  ERR(fcntl(fd, F_GETFD));
  ERR(fcntl(fd, F_SETFD, 2));
  ERR(fcntl(fd, F_GETFD));
  ERR(fcntl(fd, F_SETFD, 3));
  ERR(fcntl(fd, F_GETFD));
  ERR(fcntl(99, F_GETFD));
  ERR(fcntl(99, F_SETFD, 0));
  ERR(fcntl(99, F_GETFL));
  ERR(fcntl(99, F_SETFL, 0));
  ERR(fcntl(-1, F_GETFD));
  ERR(fcntl(fd, 9999));
  ERR(fcntl(99, 9999));
  return 0;
}
