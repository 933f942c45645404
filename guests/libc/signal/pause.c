// pause — waits for a handler to run.
#include <signal.h>
#include <unistd.h>

int pause(void) {
  sigset_t mask;
  return sigprocmask(SIG_SETMASK, 0, &mask) < 0 ? -1 : sigsuspend(&mask);
}
