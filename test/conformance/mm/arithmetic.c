// arithmetic — integer division by zero and overflowing division are SIGFPE, a trap instruction SIGILL.
// signal(7).
#include "../check.h"
#include <limits.h>

static volatile int five = 5, zero, minus_one = -1, least = INT_MIN;
static volatile long long five64 = 5, zero64, least64 = LLONG_MIN;
static volatile double dzero;

int main(void) {
  CHILD("5 / 0", say("%d\n", five / zero));
  CHILD("5 % 0", say("%d\n", five % zero));
  CHILD("5u / 0", say("%u\n", (unsigned)five / (unsigned)zero));
  CHILD("64 bits", say("%d\n", (int)(five64 / zero64)));
  CHILD("INT_MIN / -1", say("%d\n", least / minus_one));
  CHILD("LLONG_MIN / -1", say("%d\n", (int)(least64 / minus_one)));
  CHILD("trap", __builtin_trap());
  CHILD("1.0 / 0", say("%g\n", 1.0 / dzero));
  CHILD("0.0 / 0", say("%d\n", dzero / dzero == dzero / dzero));
  say("alive\n");
  return 0;
}
