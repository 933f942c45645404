// reuse — a thousand handlers on the alternate stack, nested or left by siglongjmp: it never fills up.
// sigaltstack(2), siglongjmp(3).
#include "../signals.h"
#include <setjmp.h>

static char memory[65536];
static volatile int runs, depth, deepest;
static sigjmp_buf out;

static void returns(int sig) {
  runs++;
  if (++depth > deepest) deepest = depth;
  if (depth < 4) raise(sig);
  depth--;
}

static void jumps(int sig) {
  runs++;
  stack_t now;
  MUST(sigaltstack(NULL, &now));
  if (now.ss_flags != SS_ONSTACK) say("not on it\n");
  siglongjmp(out, sig);
}

int main(void) {
  MUST(sigaltstack(&(stack_t){ .ss_sp = memory, .ss_size = sizeof memory }, NULL));
  catch(SIGUSR1, returns, SA_ONSTACK | SA_NODEFER);
  for (int i = 0; i < 300; i++) raise(SIGUSR1);
  SHOW(runs);
  SHOW(deepest);
  catch(SIGUSR2, jumps, SA_ONSTACK);
  runs = 0;
  volatile int jumped = 0;
  for (volatile int i = 0; i < 1000; i++) {
    if (sigsetjmp(out, 1) == 0) raise(SIGUSR2);
    else jumped++;
  }
  SHOW(runs);
  SHOW(jumped);
  // Back on the usual stack, it may be replaced.
  stack_t now;
  MUST(sigaltstack(NULL, &now));
  SHOW(now.ss_flags);
  ERR(sigaltstack(&(stack_t){ .ss_flags = SS_DISABLE }, NULL));
  show_mask("mask");
  return 0;
}
