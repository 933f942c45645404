// vectors — writev gathers and readv scatters over a pipe; writev(2), readv(2).
#include "../check.h"
#include <sys/uio.h>

int main(void) {
  int p[2];
  char a[4] = "", b[4] = "", c[20] = "";
  MUST(pipe(p));
  struct iovec out[] = { { "one", 3 }, { NULL, 0 }, { "two", 3 }, { "three", 5 } };
  ERR(writev(p[1], out, 4));
  struct iovec in[] = { { a, 3 }, { b, 2 }, { NULL, 0 }, { c, 19 } };
  ERR(readv(p[0], in, 4));
  say("%s %s %s\n", a, b, c);
  MUST(write(p[1], "xyz", 3));
  ERR(readv(p[0], in, 4));
  say("%s %s\n", a, b);
  ERR(writev(p[1], out, 0));
  ERR(writev(p[1], out, -1));
  ERR(writev(p[1], out, 1025));
  close(p[1]);
  ERR(readv(p[0], in, 4));
  return 0;
}
