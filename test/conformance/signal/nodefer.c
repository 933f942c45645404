// nodefer — SA_NODEFER lets a handler interrupt itself, unless its own sa_mask says no; sigaction(2).
#include "../signals.h"

static volatile int depth, runs;

static void handler(int sig) {
  int run = ++runs;
  say("%*srun %d begins at depth %d\n", depth * 2, "", run, depth);
  if (run == 1) show_mask("inside");
  depth++;
  if (run < 4) raise(sig);
  depth--;
  say("%*srun %d ends\n", depth * 2, "", run);
}

static void test(const char *name, int flags, sigset_t mask) {
  say("%s\n", name);
  runs = 0;
  catch_masked(SIGUSR1, handler, flags, mask);
  raise(SIGUSR1);
  SHOW(runs);
  show_mask("afterwards");
}

int main(void) {
  test("deferred", 0, NONE);
  test("not deferred", SA_NODEFER, NONE);
  test("not deferred, but in sa_mask", SA_NODEFER, SET(SIGUSR1));
  test("not deferred, another in sa_mask", SA_NODEFER, SET(SIGTERM));
  return 0;
}
