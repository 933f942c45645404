// sigset — what the library and the kernel share of a signal set.
#include <signal.h>

// What the kernel reads and writes of a sigset_t.
#define SIGSET_BYTES 8

// 32 and 33 are kept for the library, as glibc keeps them.
static inline int __is_signal(int sig) {
  return sig >= 1 && sig < _NSIG && (sig < 32 || sig >= SIGRTMIN);
}
