// sigset_ops — sets of signals.
#include <errno.h>
#include <string.h>

#include "sigset.h"

#define WORD_BITS (8 * (int)sizeof(unsigned long))
#define WORDS (SIGSET_BYTES / (int)sizeof(unsigned long))

static int refuse(void) {
  errno = EINVAL;
  return -1;
}

int sigemptyset(sigset_t *set) {
  memset(set, 0, sizeof *set);
  return 0;
}

int sigfillset(sigset_t *set) {
  memset(set, 0, sizeof *set);
  for (int sig = 1; sig < _NSIG; sig++)
    if (__is_signal(sig)) sigaddset(set, sig);
  return 0;
}

int sigaddset(sigset_t *set, int sig) {
  if (!__is_signal(sig)) return refuse();
  set->__bits[(sig - 1) / WORD_BITS] |= 1UL << ((sig - 1) % WORD_BITS);
  return 0;
}

int sigdelset(sigset_t *set, int sig) {
  if (!__is_signal(sig)) return refuse();
  set->__bits[(sig - 1) / WORD_BITS] &= ~(1UL << ((sig - 1) % WORD_BITS));
  return 0;
}

int sigismember(const sigset_t *set, int sig) {
  if (sig < 1 || sig >= _NSIG) return refuse();
  return set->__bits[(sig - 1) / WORD_BITS] >> ((sig - 1) % WORD_BITS) & 1;
}

int sigisemptyset(const sigset_t *set) {
  return set->__bits[0] == 0 && set->__bits[1] == 0;
}

int sigandset(sigset_t *set, const sigset_t *left, const sigset_t *right) {
  for (int i = 0; i < WORDS; i++) set->__bits[i] = left->__bits[i] & right->__bits[i];
  return 0;
}

int sigorset(sigset_t *set, const sigset_t *left, const sigset_t *right) {
  for (int i = 0; i < WORDS; i++) set->__bits[i] = left->__bits[i] | right->__bits[i];
  return 0;
}
