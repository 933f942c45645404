// signal — a handler as BSD has it: it stays, its signal is blocked in it, interrupted calls go on.
#include <errno.h>
#include <signal.h>

#include "sigintr.h"

void (*signal(int sig, void (*handler)(int)))(int) {
  struct sigaction action = {.sa_handler = handler}, old;
  if (handler == SIG_ERR || sigaddset(&action.sa_mask, sig) < 0) {
    errno = EINVAL;
    return SIG_ERR;
  }
  if (!sigismember(&__sigintr, sig)) action.sa_flags = SA_RESTART;
  return sigaction(sig, &action, &old) < 0 ? SIG_ERR : old.sa_handler;
}
