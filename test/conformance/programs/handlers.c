// handlers — says which of SIGPIPE, SIGUSR1 and SIGCHLD are ignored.
#include "../check.h"

static void state(int sig) {
  struct sigaction old;
  MUST(sigaction(sig, NULL, &old));
  int ignored = old.sa_handler == SIG_IGN, defaulted = old.sa_handler == SIG_DFL;
  say("%s: %s\n", signame(sig), ignored ? "ignored" : defaulted ? "default" : "handler");
}

int main(void) {
  state(SIGPIPE);
  state(SIGUSR1);
  state(SIGCHLD);
  return 0;
}
