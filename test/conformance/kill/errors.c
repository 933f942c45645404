// errors — no such process ESRCH, no such signal EINVAL, signal 0 only asks; kill(2).
#include "../check.h"
#include <limits.h>

int main(void) {
  ERR(kill(getpid(), 0));
  ERR(kill(0, 0));
  ERR(kill(getpid(), -1));
  ERR(kill(getpid(), 65));
  ERR(kill(getpid(), 1000));
  ERR(kill(0x3fffffff, 0));
  ERR(kill(0x3fffffff, SIGKILL));
  ERR(kill(0x3fffffff, 65));
  ERR(kill(-0x3fffffff, 0));
  ERR(kill(INT_MIN, 0));
  ERR(kill(INT_MIN, SIGTERM));
  ERR(raise(0));
  ERR(raise(-1));
  ERR(raise(65));
  return 0;
}
