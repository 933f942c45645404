// capacity — 65536 bytes fit, not one more; O_NONBLOCK writes fill it partly, then EAGAIN; pipe(7).
#include "../check.h"
#include <sys/ioctl.h>

static char data[70000];

int main(void) {
  int p[2], n = -1;
  MUST(pipe2(p, O_NONBLOCK));
  ERR(fcntl(p[0], F_GETPIPE_SZ));
  ERR(write(p[1], data, sizeof data));
  ERR(write(p[1], data, sizeof data));
  ERR(write(p[1], data, 1));
  ERR(ioctl(p[0], FIONREAD, &n));
  SHOW(n);
  ERR(read(p[0], data, sizeof data));
  ERR(read(p[0], data, sizeof data));
  // One byte at a time.
  int count = 0;
  while (write(p[1], data, 1) == 1) count++;
  SHOW(count);
  ERR(read(p[0], data, 4096));
  ERR(write(p[1], data, 4097));
  ERR(write(p[1], data, 4096));
  ERR(write(p[1], data, 1));
  return 0;
}
