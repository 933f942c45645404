// abort — abort() ends the process by SIGABRT, without handlers and also when the signal is ignored.
// abort(3).
#include "../check.h"

static void bye(void) { say("handler: never seen\n"); }

int main(void) {
  CHILD("abort", atexit(bye); abort());
  CHILD("abort, SIGABRT ignored", signal(SIGABRT, SIG_IGN); abort());
  CHILD("raise(SIGABRT), ignored", signal(SIGABRT, SIG_IGN); raise(SIGABRT); _exit(5));
  return 0;
}
