// handlers — siglongjmp out of one handler or several nested ones; those begun later are forgotten.
// siglongjmp(3), signal(7).
#include "../signals.h"
#include <setjmp.h>

static sigjmp_buf env, inside;
static volatile int depth;

static void innermost(int sig) {
  say("innermost %s\n", signame(sig));
  show_mask("  mask");
  siglongjmp(env, 3);
}

static void middle(int sig) {
  say("middle\n");
  raise(SIGTERM);
  say("never seen\n");
}

static void outer(int sig) {
  say("outer\n");
  raise(SIGUSR2);
  say("never seen\n");
}

// Jumps back into the outer handler, which then returns.
static void to_outer(int sig) {
  say("to outer\n");
  siglongjmp(inside, 4);
}

static void stays(int sig) {
  volatile int local = 11;
  int r = sigsetjmp(inside, 1);
  if (r == 0) raise(SIGUSR2);
  say("outer goes on: %d, local %d\n", r, local);
  show_mask("  mask");
}

static void recursive(int sig) {
  if (++depth == 20) siglongjmp(env, depth);
  raise(sig);
  say("never seen\n");
}

int main(void) {
  catch(SIGUSR1, outer, 0);
  catch(SIGUSR2, middle, 0);
  catch(SIGTERM, innermost, 0);
  for (volatile int i = 0; i < 2; i++) {
    int r = sigsetjmp(env, 1);
    if (r == 0) raise(SIGUSR1);
    SHOW(r);
  }
  show_mask("main");
  catch(SIGUSR1, stays, 0);
  catch(SIGUSR2, to_outer, 0);
  raise(SIGUSR1);
  say("main again\n");
  show_mask("main");
  catch(SIGUSR1, recursive, SA_NODEFER);
  int r = sigsetjmp(env, 1);
  if (r == 0) raise(SIGUSR1);
  SHOW(r);
  // Several begun at once: the first to run leaves, the others' frames are dropped with it, and do not run.
  catch(SIGUSR1, outer, 0);
  catch(SIGUSR2, outer, 0);
  catch(SIGTERM, innermost, 0);
  mask_set(SIG_SETMASK, SET(SIGUSR1, SIGUSR2, SIGTERM));
  raise(SIGUSR1), raise(SIGUSR2), raise(SIGTERM);
  if (sigsetjmp(env, 0) == 0) mask_set(SIG_SETMASK, NONE);
  show_pending("pending");
  show_mask("main");
  return 0;
}
