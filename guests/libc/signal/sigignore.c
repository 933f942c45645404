// sigignore — ignores one signal.
#include <signal.h>

int sigignore(int sig) {
  struct sigaction action = {.sa_handler = SIG_IGN};
  return sigaction(sig, &action, 0);
}
