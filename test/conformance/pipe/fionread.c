// fionread — FIONREAD counts the bytes queued, at either end; unknown requests ENOTTY; ioctl_tty(2), pipe(7).
#include "../check.h"
#include <sys/ioctl.h>

int main(void) {
  int p[2], n = -1;
  char buf[8];
  MUST(pipe(p));
  ERR(ioctl(p[0], FIONREAD, &n));
  SHOW(n);
  MUST(write(p[1], "abcdefgh", 8));
  ERR(ioctl(p[0], FIONREAD, &n));
  SHOW(n);
  MUST(read(p[0], buf, 3));
  ERR(ioctl(p[1], FIONREAD, &n));
  SHOW(n);
  close(p[1]);
  ERR(ioctl(p[0], FIONREAD, &n));
  SHOW(n);
  ERR(ioctl(p[0], FIONREAD, NULL));
  ERR(ioctl(p[0], 0x7777, &n));
  ERR(ioctl(99, FIONREAD, &n));
  return 0;
}
