// handler-mask — while a handler runs: the mask before, sa_mask and the signal itself; then as before.
// sigaction(2).
#include "../signals.h"

static void inner(int sig) {
  say("inner %s\n", signame(sig));
  show_mask("in inner");
}

static void outer(int sig) {
  say("outer %s\n", signame(sig));
  show_mask("in outer");
  raise(SIGUSR2);
  say("outer after the raise\n");
  raise(SIGHUP);
  show_pending("in outer");
  // What the handler does to the mask lasts until it returns.
  mask_set(SIG_BLOCK, SET(SIGTERM, SIGRTMIN));
  mask_set(SIG_UNBLOCK, SET(SIGHUP));
  show_mask("outer changed it");
}

int main(void) {
  mask_set(SIG_SETMASK, SET(SIGINT));
  catch_masked(SIGUSR1, outer, 0, SET(SIGHUP, SIGKILL, SIGSTOP, SIGRTMAX));
  catch_masked(SIGUSR2, inner, 0, SET(SIGPIPE));
  catch(SIGHUP, inner, 0);
  show_mask("before");
  raise(SIGUSR1);
  show_mask("after");
  show_pending("after");
  // A full mask leaves out SIGKILL and SIGSTOP, and what the library keeps.
  sigset_t all = ALL, old;
  mask_set(SIG_SETMASK, NONE);
  catch_masked(SIGUSR1, inner, 0, all);
  raise(SIGUSR1);
  mask_set(SIG_SETMASK, all);
  MUST(sigprocmask(SIG_SETMASK, &(sigset_t){ 0 }, &old));
  SHOW(sigismember(&old, SIGKILL));
  SHOW(sigismember(&old, SIGSTOP));
  SHOW(sigismember(&old, SIGTERM));
  SHOW(sigismember(&old, SIGRTMAX));
  return 0;
}
