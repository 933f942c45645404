// sigaction — what a signal does: SIG_DFL and SIG_IGN; the kernel refuses a handler with ENOSYS.
#include <signal.h>
#include <kern/syscall.h>

int sigaction(int sig, const struct sigaction *restrict action, struct sigaction *restrict old) {
  struct ksigaction new_raw, old_raw;
  if (action) {
    new_raw.sa_handler = (unsigned)action->sa_handler;
    new_raw.sa_flags = action->sa_flags;
    new_raw.sa_mask_low = action->sa_mask.__bits[0];
    new_raw.sa_mask_high = action->sa_mask.__bits[1];
  }
  int r = __syscall(SYS_rt_sigaction, sig, action ? &new_raw : 0, old ? &old_raw : 0);
  if (r >= 0 && old) {
    *old = (struct sigaction){.sa_handler = (void (*)(int))old_raw.sa_handler, .sa_flags = old_raw.sa_flags};
    old->sa_mask.__bits[0] = old_raw.sa_mask_low;
    old->sa_mask.__bits[1] = old_raw.sa_mask_high;
  }
  return __syscall_ret(r);
}
