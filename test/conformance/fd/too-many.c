// too-many — when no number is free dup, open and F_DUPFD are EMFILE, dup2 onto an open number still works.
// dup(2).
#include "../check.h"

int main(void) {
  int fd, last = -1;
  while ((fd = dup(0)) >= 0) last = fd;
  SHOW(errno == EMFILE);
  SHOW(last > 100);
  ERR(open("data", O_CREAT | O_RDWR, 0600));
  ERR(access("data", F_OK));
  ERR(fcntl(0, F_DUPFD, 10));
  SHOW(dup2(0, last) == last);
  SHOW(dup2(0, last + 1));
  SHOW(errno == EBADF);
  SHOW(fcntl(0, F_DUPFD, last + 1));
  SHOW(errno == EINVAL);
  CHILD("inherited", ERR(dup(0)); close(7); ERR(dup(0)));
  ERR(dup(0));
  return 0;
}
