// sigpause — waits for a handler to run, with one signal unblocked (X/Open) or a set of the first 32 (BSD).
#include <signal.h>

int sigpause(int sig) {
  sigset_t mask;
  if (sigprocmask(SIG_SETMASK, 0, &mask) < 0 || sigdelset(&mask, sig) < 0) return -1;
  return sigsuspend(&mask);
}

int __xpg_sigpause(int sig) __attribute__((alias("sigpause")));

// Which of the two is meant, as glibc's headers once called it.
int __sigpause(int sig_or_mask, int is_signal) {
  sigset_t mask = {{sig_or_mask}};
  return is_signal ? sigpause(sig_or_mask) : sigsuspend(&mask);
}
