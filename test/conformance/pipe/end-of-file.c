// end-of-file — reads give what is there, then 0 once the last write end is closed, again and again; pipe(7).
#include "../check.h"

int main(void) {
  int p[2];
  char buf[32] = "";
  MUST(pipe(p));
  ERR(write(p[1], "hello", 5));
  ERR(read(p[0], buf, 2));
  say("%.2s\n", buf);
  ERR(write(p[1], "world", 5));
  ERR(read(p[0], buf, sizeof buf));
  say("%.8s\n", buf);
  int copy = MUST(dup(p[1]));
  close(p[1]);
  MUST(fcntl(p[0], F_SETFL, O_NONBLOCK));
  ERR(read(p[0], buf, 1));
  ERR(write(copy, "x", 1));
  close(copy);
  ERR(read(p[0], buf, sizeof buf));
  ERR(read(p[0], buf, sizeof buf));
  ERR(read(p[0], buf, sizeof buf));
  return 0;
}
