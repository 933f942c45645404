// siglongjmp — restores the blocked signals if sigsetjmp noted them, then jumps.
#include <setjmp.h>
#include <signal.h>

_Noreturn void siglongjmp(sigjmp_buf env, int value) {
  if (env->__saved) sigprocmask(SIG_SETMASK, (sigset_t *)env->__mask, 0);
  longjmp(env, value);
}
