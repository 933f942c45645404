// mask — sigsetjmp saves the mask when asked, and only then siglongjmp restores it; setjmp never does.
// sigsetjmp(3).
#include "../signals.h"
#include <setjmp.h>

static sigjmp_buf env;
static jmp_buf plain;

static void restores(int sig) { siglongjmp(env, sig); }
static void jumps(int sig) { longjmp(plain, sig); }

int main(void) {
  mask_set(SIG_SETMASK, SET(SIGHUP));
  if (sigsetjmp(env, 1) == 0) {
    mask_set(SIG_SETMASK, SET(SIGINT, SIGTERM));
    siglongjmp(env, 1);
  }
  show_mask("saved");
  if (sigsetjmp(env, 0) == 0) {
    mask_set(SIG_SETMASK, SET(SIGINT, SIGTERM));
    siglongjmp(env, 1);
  }
  show_mask("not saved");
  mask_set(SIG_SETMASK, SET(SIGHUP));
  if (sigsetjmp(env, -5) == 0) {
    mask_set(SIG_SETMASK, ALL);
    siglongjmp(env, 1);
  }
  show_mask("any number but 0");
  if (setjmp(plain) == 0) {
    mask_set(SIG_SETMASK, SET(SIGUSR2));
    longjmp(plain, 1);
  }
  show_mask("setjmp");
  // Out of a handler.
  mask_set(SIG_SETMASK, NONE);
  catch_masked(SIGUSR1, restores, 0, SET(SIGPIPE));
  for (volatile int save = 1; save >= 0; save--) {
    if (sigsetjmp(env, save) == 0) raise(SIGUSR1);
    show_mask(save ? "out of a handler, saved" : "out of a handler, not saved");
  }
  mask_set(SIG_SETMASK, NONE);
  catch(SIGUSR1, jumps, 0);
  if (setjmp(plain) == 0) raise(SIGUSR1);
  show_mask("out of a handler, setjmp");
  // Restored, the mask lets out what is pending before the jump has arrived.
  mask_set(SIG_SETMASK, NONE);
  catch(SIGUSR1, restores, 0);
  volatile int rounds = 0;
  int r = sigsetjmp(env, 1);
  if (r) say("jumped by %s\n", signame(r));
  if (++rounds == 1) {
    mask_set(SIG_BLOCK, SET(SIGUSR1));
    raise(SIGUSR1);
    siglongjmp(env, SIGHUP);
  }
  SHOW(rounds);
  show_pending("pending");
  show_mask("mask");
  return 0;
}
