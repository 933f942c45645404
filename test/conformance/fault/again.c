// again — a division or an illegal instruction whose handler returns is tried again: the handler comes again.
// signal(7).
#include "../signals.h"
#include <setjmp.h>

static sigjmp_buf out;
static volatile int calls, one = 1, zero, sink;

static void handler(int sig) { if (++calls == 3) siglongjmp(out, 1); }

__attribute__((noinline)) static void divide(void) { sink = one / zero; }
__attribute__((noinline)) static void trap(void) { if (one) __builtin_trap(); }

int main(void) {
  catch(SIGFPE, handler, 0);
  catch(SIGILL, handler, 0);
  if (sigsetjmp(out, 1) == 0) divide();
  SHOW(calls);
  calls = 0;
  if (sigsetjmp(out, 1) == 0) trap();
  SHOW(calls);
  return 0;
}
