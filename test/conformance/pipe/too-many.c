// too-many — EMFILE when fewer than two descriptors are free, and none is lost; pipe(2).
#include "../check.h"

int main(void) {
  int p[2], last = -1, fd;
  while ((fd = dup(0)) >= 0) last = fd;
  SHOW(errno == EMFILE);
  ERR(pipe(p));
  close(last);
  ERR(pipe(p));
  ERR(dup(0) == last ? 0 : -2);
  close(last);
  close(last - 1);
  ERR(pipe(p));
  SHOW(p[0] == last - 1);
  SHOW(p[1] == last);
  return 0;
}
