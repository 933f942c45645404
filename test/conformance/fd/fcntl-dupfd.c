// fcntl-dupfd — F_DUPFD and F_DUPFD_CLOEXEC: the lowest number from the minimum on; fcntl(2).
#include "../check.h"

int main(void) {
  int fd = MUST(open("data", O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  ERR(fcntl(fd, F_DUPFD, 40));
  ERR(fcntl(fd, F_DUPFD, 40));
  ERR(fcntl(fd, F_DUPFD_CLOEXEC, 40));
  SHOW(fcntl(40, F_GETFD));
  SHOW(fcntl(42, F_GETFD));
  close(40);
  ERR(fcntl(fd, F_DUPFD, 40));
  ERR(fcntl(fd, F_DUPFD, 0) > 2 ? 0 : -2);
  ERR(fcntl(fd, F_DUPFD, -1));
  ERR(fcntl(fd, F_DUPFD, 1 << 30));
  ERR(fcntl(99, F_DUPFD, 0));
  ERR(fcntl(99, F_DUPFD, -1));
  ERR(fcntl(99, F_DUPFD_CLOEXEC, 0));
  return 0;
}
