// atexit-order — handlers run in reverse order of registration, also those registered twice or by a handler.
// atexit(3).
#include "../check.h"

static void first(void) { say("first\n"); }
static void second(void) { say("second\n"); }
static void late(void) { say("late: registered while exiting\n"); }
static void third(void) { say("third\n"); atexit(late); }

int main(void) {
  SHOW(atexit(first));
  SHOW(atexit(second));
  SHOW(atexit(second));
  SHOW(atexit(third));
  exit(3);
}
