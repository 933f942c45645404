// own-action — a handler may change the action of its own signal, of others, and of one that is pending.
// sigaction(2).
#include "../signals.h"

static void last(int sig) { say("last %s\n", signame(sig)); }

static void second(int sig) {
  say("second %s\n", signame(sig));
  signal(sig, SIG_IGN);
  raise(sig);
  show_pending("in second");
}

static void first(int sig) {
  say("first %s\n", signame(sig));
  catch(sig, second, 0);
  raise(sig);
  say("first ends\n");
}

static void changes_pending(int sig) {
  say("changes pending\n");
  raise(SIGUSR2);
  raise(SIGTERM);
  show_pending("inside");
  // One gets another handler, the other is thrown away.
  catch(SIGUSR2, last, 0);
  signal(SIGTERM, SIG_IGN);
  show_pending("inside");
}

int main(void) {
  catch(SIGUSR1, first, 0);
  raise(SIGUSR1);
  say("main\n");
  raise(SIGUSR1);
  show_action("at the end", SIGUSR1);
  show_pending("at the end");
  catch(SIGUSR2, first, 0);
  catch(SIGTERM, first, 0);
  catch_masked(SIGHUP, changes_pending, 0, SET(SIGUSR2, SIGTERM));
  raise(SIGHUP);
  // A default action that ends the process takes the place of a handler while the signal is pending.
  CHILD("default while pending",
    catch(SIGUSR1, last, 0);
    mask_set(SIG_BLOCK, SET(SIGUSR1));
    raise(SIGUSR1);
    signal(SIGUSR1, SIG_DFL);
    show_pending("pending");
    mask_set(SIG_UNBLOCK, SET(SIGUSR1)));
  return 0;
}
