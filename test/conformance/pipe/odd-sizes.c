// odd-sizes — writes a little above a page, while the pipe holds something, are not left half done; pipe(7).
#include "../check.h"

static char data[10000];

int main(void) {
  int p[2];
  MUST(pipe2(p, O_NONBLOCK));
  ERR(write(p[1], data, 4097));
  ERR(write(p[1], data, 4097));
  ERR(write(p[1], data, 8193));
  ERR(write(p[1], data, 5000));
  ERR(read(p[0], data, sizeof data));
  ERR(read(p[0], data, sizeof data));
  ERR(read(p[0], data, sizeof data));
  // A blocking writer that finds room for all must not wait for a reader.
  MUST(fcntl(p[1], F_SETFL, 0));
  MUST(write(p[1], "x", 1));
  ERR(write(p[1], data, 4097));
  ERR(write(p[1], data, 9999));
  ERR(read(p[0], data, sizeof data));
  return 0;
}
