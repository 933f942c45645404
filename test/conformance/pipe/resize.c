// resize — F_SETPIPE_SZ rounds up to a power of two of pages, refuses what does not hold the contents.
// fcntl(2).
#include "../check.h"

static char data[300000];

int main(void) {
  int p[2];
  MUST(pipe2(p, O_NONBLOCK));
  ERR(fcntl(p[0], F_SETPIPE_SZ, 1));
  ERR(fcntl(p[1], F_GETPIPE_SZ));
  ERR(write(p[1], data, sizeof data));
  ERR(fcntl(p[0], F_SETPIPE_SZ, 5000));
  ERR(write(p[1], data, sizeof data));
  ERR(fcntl(p[0], F_SETPIPE_SZ, 4096));
  ERR(read(p[0], data, 4096));
  ERR(fcntl(p[0], F_SETPIPE_SZ, 4096));
  ERR(fcntl(p[0], F_SETPIPE_SZ, 200000));
  ERR(read(p[0], data, sizeof data));
  ERR(write(p[1], data, sizeof data));
  ERR(fcntl(p[0], F_SETPIPE_SZ, 65536));
  ERR(fcntl(p[0], F_SETPIPE_SZ, -1));
  int fd = MUST(open("file", O_CREAT | O_RDWR, 0600));
  ERR(fcntl(fd, F_GETPIPE_SZ));
  ERR(fcntl(fd, F_SETPIPE_SZ, 4096));
  return 0;
}
