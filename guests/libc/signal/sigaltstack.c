// sigaltstack — the stack for handlers with SA_ONSTACK.
#include <signal.h>
#include <kern/syscall.h>

_Static_assert(sizeof(stack_t) == sizeof(struct kstack), "stack_t");

// The kernel cannot see which stack is in use: the address of a local tells it.
int sigaltstack(const stack_t *restrict stack, stack_t *restrict old) {
  char here;
  return __call(SYS_sigaltstack, stack, old, &here);
}
