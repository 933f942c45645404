// atexit-inherited — a fork child runs the handlers registered before the fork, _exit runs none; atexit(3).
#include "../check.h"

static pid_t first;
static void bye(void) { say("handler in the %s\n", getpid() == first ? "parent" : "child"); }

int main(void) {
  first = getpid();
  atexit(bye);
  CHILD("exit", exit(1));
  CHILD("_exit", _exit(2));
  say("parent ends\n");
  return 0;
}
