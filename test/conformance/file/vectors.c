// vectors — readv and writev on a file: order, empty parts, too many, none, a bad part; readv(2).
#include "../check.h"
#include <sys/uio.h>

int main(void) {
  int fd = MUST(open("data", O_RDWR | O_CREAT, 0600));
  char a[3], b[5], c[10];
  struct iovec out[] = { { "abc", 3 }, { "", 0 }, { "defgh", 5 } };
  struct iovec in[] = { { a, 3 }, { b, 5 }, { c, 10 } };
  ERR(writev(fd, out, 3));
  ERR(lseek(fd, 0, SEEK_SET));
  ERR(readv(fd, in, 3));
  say("%.3s %.5s\n", a, b);
  ERR(readv(fd, in, 3));
  ERR(readv(fd, in, 0));
  ERR(readv(fd, in, -1));
  ERR(readv(fd, in, 2000));
  ERR(writev(fd, NULL, 1));
  ERR(writev(fd, (struct iovec *)0, 0));
  struct iovec bad[] = { { NULL, 4 }, { "x", 1 } };
  ERR(writev(fd, bad, 2));
  ERR(lseek(fd, 0, SEEK_END));
  ERR(writev(99, out, 1));
  int in_only = MUST(open("data", O_RDONLY));
  ERR(writev(in_only, out, 1));
  return 0;
}
