// duplicates — O_NONBLOCK belongs to the open file description: dup and fork share it, the other end not.
// fcntl(2).
#include "../check.h"

int main(void) {
  int p[2];
  char c;
  MUST(pipe(p));
  int copy = MUST(dup(p[0]));
  CHILD("child sets it", fcntl(p[0], F_SETFL, O_NONBLOCK));
  SHOW(!!(fcntl(copy, F_GETFL) & O_NONBLOCK));
  SHOW(!!(fcntl(p[1], F_GETFL) & O_NONBLOCK));
  ERR(read(copy, &c, 1));
  MUST(fcntl(copy, F_SETFL, 0));
  SHOW(!!(fcntl(p[0], F_GETFL) & O_NONBLOCK));
  MUST(write(p[1], "x", 1));
  ERR(read(copy, &c, 1));
  return 0;
}
