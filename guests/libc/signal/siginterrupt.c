// siginterrupt — whether a signal's handler ends interrupted calls with EINTR, now and after signal().
#include <signal.h>

#include "sigintr.h"

sigset_t __sigintr;

int siginterrupt(int sig, int interrupts) {
  struct sigaction action;
  if (sigaction(sig, 0, &action) < 0) return -1;
  if (interrupts) action.sa_flags &= ~SA_RESTART;
  else action.sa_flags |= SA_RESTART;
  if (sigaction(sig, &action, 0) < 0) return -1;
  return interrupts ? sigaddset(&__sigintr, sig) : sigdelset(&__sigintr, sig);
}
