// sigset — sets of signals.
#include <errno.h>
#include <signal.h>
#include <string.h>

#define WORD_BITS (8 * (int)sizeof(unsigned long))

static int refuse(void) {
  errno = EINVAL;
  return -1;
}

static int is_signal(int sig) {
  return sig >= 1 && sig < _NSIG;
}

int sigemptyset(sigset_t *set) {
  memset(set, 0, sizeof *set);
  return 0;
}

int sigfillset(sigset_t *set) {
  memset(set, 0, sizeof *set);
  for (int sig = 1; sig < _NSIG; sig++) sigaddset(set, sig);
  return 0;
}

int sigaddset(sigset_t *set, int sig) {
  if (!is_signal(sig)) return refuse();
  set->__bits[(sig - 1) / WORD_BITS] |= 1UL << ((sig - 1) % WORD_BITS);
  return 0;
}

int sigdelset(sigset_t *set, int sig) {
  if (!is_signal(sig)) return refuse();
  set->__bits[(sig - 1) / WORD_BITS] &= ~(1UL << ((sig - 1) % WORD_BITS));
  return 0;
}

int sigismember(const sigset_t *set, int sig) {
  if (!is_signal(sig)) return refuse();
  return set->__bits[(sig - 1) / WORD_BITS] >> ((sig - 1) % WORD_BITS) & 1;
}

int sigisemptyset(const sigset_t *set) {
  return set->__bits[0] == 0 && set->__bits[1] == 0;
}
