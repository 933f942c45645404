// by-signal — a program that a signal ends, as its parent sees it; wait(2), signal(7).
#include "../check.h"

int main(void) {
  say("before\n");
  raise(SIGTERM);
  say("never seen\n");
  return 0;
}
