// pending — a blocked signal waits, once however often it was sent, and comes before the mask call returns.
// sigprocmask(2), sigpending(2).
#include "../signals.h"

static volatile sig_atomic_t runs;

static void handler(int sig) {
  runs++;
  say("caught %s\n", sig_name(sig));
}

int main(void) {
  catch(SIGUSR1, handler, 0);
  catch(SIGUSR2, handler, 0);
  show_pending("at the start");
  mask_set(SIG_BLOCK, SET(SIGUSR1, SIGUSR2));
  for (int i = 0; i < 3; i++) {
    SHOW(kill(getpid(), SIGUSR1));
    SHOW(runs);
  }
  show_pending("blocked");
  SHOW(kill(getpid(), SIGUSR2));
  show_pending("both");
  mask_set(SIG_UNBLOCK, SET(SIGUSR1));
  SHOW(runs);
  show_pending("one is left");
  mask_set(SIG_SETMASK, NONE);
  SHOW(runs);
  show_pending("none is left");
  mask_set(SIG_SETMASK, NONE);
  SHOW(runs);
  // A default action that ends the process waits too.
  CHILD("default",
    mask_set(SIG_BLOCK, SET(SIGTERM));
    raise(SIGTERM);
    show_pending("default");
    mask_set(SIG_UNBLOCK, SET(SIGTERM));
    say("never seen\n"));
  CHILD("exit with a signal pending", mask_set(SIG_BLOCK, SET(SIGTERM)); raise(SIGTERM); _exit(3));
  CHILD("everything blocked", mask_set(SIG_SETMASK, ALL); raise(SIGKILL));
  return 0;
}
