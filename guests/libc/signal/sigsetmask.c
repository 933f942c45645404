// sigsetmask — BSD's masks: the first 32 signals in an int.
#include <signal.h>

static int change(int how, int mask) {
  sigset_t set = {{mask}}, old;
  return sigprocmask(how, &set, &old) < 0 ? -1 : (int)old.__bits[0];
}

int sigsetmask(int mask) {
  return change(SIG_SETMASK, mask);
}

int sigblock(int mask) {
  return change(SIG_BLOCK, mask);
}

int siggetmask(void) {
  return change(SIG_BLOCK, 0);
}
