// dup2 — closes the target silently, the same number is a no-op, a bad source leaves the target open.
// dup2(2).
#include "../check.h"

int main(void) {
  put_file("data", "0123456789", 0600);
  int fd = MUST(open("data", O_RDONLY | O_CLOEXEC));
  ERR(dup2(fd, 30));
  SHOW(fcntl(30, F_GETFD));
  int p[2];
  MUST(pipe(p));
  SHOW(dup2(fd, p[1]) == p[1]);
  char c;
  SHOW(read(p[0], &c, 1));
  SHOW(dup2(fd, fd) == fd);
  SHOW(fcntl(fd, F_GETFD));
  ERR(dup2(77, 30));
  ERR(lseek(30, 0, SEEK_CUR));
  ERR(dup2(77, 77));
  ERR(dup2(-1, 30));
  ERR(dup2(fd, -1));
  ERR(dup2(fd, 1 << 30));
  ERR(lseek(30, 0, SEEK_CUR));
  return 0;
}
