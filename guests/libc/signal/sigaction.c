// sigaction — what a signal does: SIG_DFL, SIG_IGN or a handler.
#include <errno.h>
#include <stddef.h>
#include <kern/syscall.h>

#include "sigset.h"

_Static_assert(offsetof(struct sigaction, sa_flags) == offsetof(struct ksigaction, sa_flags), "sa_flags");
_Static_assert(offsetof(struct sigaction, sa_mask) == offsetof(struct ksigaction, sa_mask_low), "sa_mask");
_Static_assert(sizeof(siginfo_t) == 128, "siginfo_t");
_Static_assert(offsetof(siginfo_t, si_value) == offsetof(struct ksiginfo, si_value), "si_value");
_Static_assert(sizeof(ucontext_t) == sizeof(struct kucontext), "ucontext_t");
_Static_assert(offsetof(ucontext_t, uc_stack) == offsetof(struct kucontext, uc_ss_sp), "uc_stack");
_Static_assert(offsetof(ucontext_t, uc_mcontext) == offsetof(struct kucontext, uc_sp), "uc_mcontext");
_Static_assert(offsetof(ucontext_t, uc_sigmask) == offsetof(struct kucontext, uc_mask), "uc_sigmask");

int sigaction(int sig, const struct sigaction *restrict action, struct sigaction *restrict old) {
  if (!__is_signal(sig)) {
    errno = EINVAL;
    return -1;
  }
  return __call(SYS_rt_sigaction, sig, action, old);
}
