// handlers — says which of SIGPIPE, SIGUSR1 and SIGCHLD are ignored.
#include "../check.h"

static void state(int sig) {
  struct sigaction old;
  MUST(sigaction(sig, NULL, &old));
  say("%s: %s\n", signame(sig), old.sa_handler == SIG_IGN ? "ignored" : old.sa_handler == SIG_DFL ? "default" : "handler");
}

int main(void) {
  state(SIGPIPE);
  state(SIGUSR1);
  state(SIGCHLD);
  return 0;
}
