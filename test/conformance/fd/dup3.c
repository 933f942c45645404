// dup3 — as dup2 with O_CLOEXEC; the same number or another flag is EINVAL; dup3(2).
#include "../check.h"

int main(void) {
  int fd = MUST(open("data", O_RDWR | O_CREAT, 0600));
  ERR(dup3(fd, 30, 0));
  SHOW(fcntl(30, F_GETFD));
  ERR(dup3(fd, 30, O_CLOEXEC));
  SHOW(fcntl(30, F_GETFD));
  ERR(dup3(fd, fd, 0));
  ERR(dup3(fd, fd, O_CLOEXEC));
  ERR(dup3(99, 99, 0));
  ERR(dup3(fd, 31, O_NONBLOCK));
  ERR(dup3(99, 31, 0));
  ERR(dup3(fd, -1, 0));
  ERR(dup3(fd, 1 << 30, 0));
  ERR(fcntl(31, F_GETFD));
  return 0;
}
