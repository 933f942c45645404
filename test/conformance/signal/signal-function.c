// signal-function — signal returns the handler before; a handler stays, its signal is blocked meanwhile.
// signal(2).
#include "../signals.h"

static volatile int runs, inside;

static void first(int sig) {
  say("first: %s, inside %d\n", signame(sig), inside);
  inside++;
  if (++runs == 1) {
    SHOW(raise(sig));
    show_mask("in first");
    show_pending("in first");
    say("first goes on\n");
  }
  inside--;
}

static void second(int sig) { say("second: %s\n", signame(sig)); }

int main(void) {
  SHOW(signal(SIGUSR1, first) == SIG_DFL);
  show_action("as signal left it", SIGUSR1);
  SHOW(raise(SIGUSR1));
  SHOW(raise(SIGUSR1));
  SHOW(runs);
  SHOW(signal(SIGUSR1, second) == first);
  SHOW(raise(SIGUSR1));
  SHOW(signal(SIGUSR1, SIG_IGN) == second);
  SHOW(raise(SIGUSR1));
  SHOW(signal(SIGUSR1, SIG_DFL) == SIG_IGN);
  CHILD("default", raise(SIGUSR1));
  SHOW(signal(SIGRTMAX, second) == SIG_DFL);
  SHOW(signal(SIGRTMAX, SIG_DFL) == second);
  show_mask("afterwards");
  return 0;
}
