// standard — a program starts with descriptors 0, 1 and 2 open, and input arrives on 0; stdin(3).
// stdin: first line\nsecond line\n
#include "../check.h"

int main(void) {
  for (int fd = 0; fd < 3; fd++) say("fd %d: %s\n", fd, fcntl(fd, F_GETFD) == 0 ? "open" : "closed");
  ERR(fcntl(3, F_GETFD));
  char buf[100];
  int n = 0, r;
  while ((r = read(0, buf + n, sizeof buf - n)) > 0) n += r;
  SHOW(n);
  write(1, buf, n);
  ERR(read(0, buf, 1));
  return 0;
}
