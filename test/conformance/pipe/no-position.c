// no-position — lseek, pread and pwrite on a pipe are ESPIPE; lseek(2), pread(2).
#include "../check.h"

int main(void) {
  int p[2];
  char c;
  MUST(pipe(p));
  ERR(lseek(p[0], 0, SEEK_CUR));
  ERR(lseek(p[1], 0, SEEK_END));
  ERR(lseek(p[0], 10, SEEK_SET));
  ERR(lseek(p[0], 0, 99));
  ERR(pread(p[0], &c, 1, 0));
  ERR(pwrite(p[1], "x", 1, 0));
  ERR(pread(p[1], &c, 1, 0));
  ERR(pread(p[0], &c, 1, -1));
  return 0;
}
