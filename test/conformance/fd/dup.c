// dup — the lowest free number, the same open file, FD_CLOEXEC off; EBADF; dup(2).
#include "../check.h"

int main(void) {
  put_file("data", "0123456789", 0600);
  int fd = MUST(open("data", O_RDONLY | O_CLOEXEC));
  int copy = MUST(dup(fd));
  SHOW(copy - fd);
  SHOW(fcntl(fd, F_GETFD));
  SHOW(fcntl(copy, F_GETFD));
  MUST(lseek(copy, 5, SEEK_SET));
  ERR(lseek(fd, 0, SEEK_CUR));
  ERR(close(fd));
  ERR(lseek(copy, 0, SEEK_CUR));
  SHOW(dup(copy) == fd);
  ERR(dup(-1));
  ERR(dup(55));
  ERR(dup(1 << 30));
  return 0;
}
