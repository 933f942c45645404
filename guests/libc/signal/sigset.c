// sigset — System V's signal(): SIG_HOLD blocks, everything else unblocks and sets what the signal does.
#include <signal.h>

void (*sigset(int sig, void (*handler)(int)))(int) {
  sigset_t set, before;
  struct sigaction action = {.sa_handler = handler}, old;
  int holds = handler == SIG_HOLD;
  sigemptyset(&set);
  if (sigaddset(&set, sig) < 0) return SIG_ERR;
  if (sigaction(sig, holds ? 0 : &action, &old) < 0) return SIG_ERR;
  if (sigprocmask(holds ? SIG_BLOCK : SIG_UNBLOCK, &set, &before) < 0) return SIG_ERR;
  return sigismember(&before, sig) ? SIG_HOLD : old.sa_handler;
}
