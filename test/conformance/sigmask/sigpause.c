// sigpause — unblocks one signal, waits for a handler, and blocks it again; sigpause(3).
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include "../signals.h"

static volatile sig_atomic_t caught;

static void handler(int sig) {
  caught = sig;
  say("caught %s\n", signame(sig));
  show_mask("inside");
}
static void quiet(int sig) { caught = sig; }

int main(void) {
  catch(SIGUSR1, handler, 0);
  catch(SIGUSR2, handler, 0);
  catch(SIGALRM, quiet, SA_RESTART);
  mask_set(SIG_SETMASK, SET(SIGUSR1, SIGUSR2, SIGHUP, SIGALRM));
  raise(SIGUSR1);
  raise(SIGUSR2);
  ERR(sigpause(SIGUSR1));
  show_mask("after");
  show_pending("after");
  ERR(sigpause(SIGUSR2));
  show_mask("after");
  alarm_every(10);
  ERR(sigpause(SIGALRM));
  alarm_every(0);
  SHOW(caught == SIGALRM);
  show_mask("after");
  ERR(sigpause(0));
  ERR(sigpause(65));
  ERR(sigpause(-1));
  show_mask("after");
  return 0;
}
