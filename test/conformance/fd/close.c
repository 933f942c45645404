// close — frees the number for the next open; closing it again is EBADF; close(2).
#include "../check.h"

int main(void) {
  int a = MUST(dup(0)), b = MUST(dup(0)), c = MUST(dup(0));
  ERR(close(b));
  ERR(close(b));
  ERR(close(-1));
  ERR(close(1 << 30));
  SHOW(dup(0) == b);
  close(a), close(c);
  SHOW(dup(0) == a);
  SHOW(dup(0) == c);
  // Standard input's number is no exception.
  ERR(close(0));
  ERR(read(0, NULL, 0));
  ERR(dup(1));
  return 0;
}
