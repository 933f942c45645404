// nonblocking-atomic — with O_NONBLOCK up to 4096 bytes go in wholly or not at all, more go in partly.
// pipe(7).
#include "../check.h"

static char data[70000];

int main(void) {
  int p[2];
  MUST(pipe2(p, O_NONBLOCK));
  for (int i = 0; i < 15; i++) MUST(write(p[1], data, 4096));
  ERR(write(p[1], data, 4096));
  ERR(write(p[1], data, 4096));
  ERR(read(p[0], data, 4096));
  ERR(write(p[1], data, 8192));
  ERR(write(p[1], data, 8192));
  ERR(read(p[0], data, sizeof data));
  ERR(write(p[1], data, 60000));
  ERR(write(p[1], data, 4096));
  ERR(write(p[1], data, 4096));
  ERR(read(p[0], data, 0));
  return 0;
}
