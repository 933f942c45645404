// descriptors — pipe takes the two lowest numbers, the read end first; wrong ends EBADF; pipe(2).
#include "../check.h"

int main(void) {
  int p[2], q[2];
  char c;
  int lowest = MUST(dup(0));
  MUST(close(lowest));
  MUST(dup2(0, lowest + 1));
  ERR(pipe(p));
  SHOW(p[0] - lowest);
  SHOW(p[1] - lowest);
  close(lowest + 1);
  ERR(pipe(q));
  SHOW(q[0] - lowest);
  SHOW(q[1] - lowest);
  ERR(read(p[1], &c, 1));
  ERR(write(p[0], "x", 1));
  ERR(read(p[1], &c, 0));
  ERR(write(p[0], "x", 0));
  SHOW(fcntl(p[0], F_GETFL) & O_ACCMODE);
  SHOW(fcntl(p[1], F_GETFL) & O_ACCMODE);
  SHOW(fcntl(p[0], F_GETFD) | fcntl(p[1], F_GETFD));
  return 0;
}
