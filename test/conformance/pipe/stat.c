// stat — fstat says FIFO, mode 0600, size 0, both ends one inode, two pipes two; fstat(2), pipe(7).
#include "../check.h"
#include <sys/stat.h>

int main(void) {
  int p[2], q[2];
  struct stat a, b, c;
  MUST(pipe(p));
  MUST(pipe(q));
  MUST(write(p[1], "abc", 3));
  ERR(fstat(p[0], &a));
  ERR(fstat(p[1], &b));
  ERR(fstat(q[0], &c));
  SHOW(S_ISFIFO(a.st_mode));
  say("mode %03o\n", (int)(a.st_mode & 0777));
  SHOW(a.st_size);
  SHOW(a.st_nlink);
  SHOW(a.st_uid == geteuid());
  SHOW(a.st_ino == b.st_ino);
  SHOW(a.st_ino == c.st_ino);
  SHOW(a.st_dev == c.st_dev);
  return 0;
}
