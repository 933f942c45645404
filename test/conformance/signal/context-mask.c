// context-mask — the ucontext holds the mask to return to, and a handler may change it there.
// sigaction(2), ucontext.h.
#include "../signals.h"
#include <ucontext.h>

static void shows(int sig, siginfo_t *info, void *context) {
  ucontext_t *u = context;
  show_set("will return to", &u->uc_sigmask);
}

static void blocks(int sig, siginfo_t *info, void *context) {
  ucontext_t *u = context;
  show_set("will return to", &u->uc_sigmask);
  sigaddset(&u->uc_sigmask, SIGTERM);
  sigaddset(&u->uc_sigmask, SIGRTMAX);
  sigaddset(&u->uc_sigmask, sig);
  sigdelset(&u->uc_sigmask, SIGINT);
  // These can be asked for, but not had.
  sigaddset(&u->uc_sigmask, SIGKILL);
  sigaddset(&u->uc_sigmask, SIGSTOP);
  show_mask("inside");
}

static void releases(int sig, siginfo_t *info, void *context) {
  ucontext_t *u = context;
  say("releases\n");
  raise(SIGUSR1);
  show_pending("inside");
  sigdelset(&u->uc_sigmask, SIGUSR1);
}

int main(void) {
  mask_set(SIG_SETMASK, SET(SIGINT, SIGHUP));
  catch_info(SIGUSR1, blocks, 0);
  raise(SIGUSR1);
  show_mask("after the handler");
  catch_info(SIGUSR2, shows, 0);
  raise(SIGUSR2);
  raise(SIGUSR1);
  show_pending("blocked by its own handler");
  catch_info(SIGUSR1, shows, 0);
  catch_info(SIGUSR2, releases, 0);
  raise(SIGUSR2);
  show_pending("at the end");
  show_mask("at the end");
  return 0;
}
