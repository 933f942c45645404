// sigsetjmp_mask — notes the blocked signals in a jump buffer, when asked; sigsetjmp is setjmp of the result.
#include <setjmp.h>
#include <string.h>
#include <signal.h>

_Static_assert(sizeof(sigset_t) == sizeof((jmp_buf){{0}}->__mask), "the mask of a jmp_buf");

struct __jmp_buf_tag *__sigsetjmp_mask(sigjmp_buf env, int save) {
  env->__saved = save != 0;
  if (save) sigprocmask(SIG_SETMASK, 0, (sigset_t *)env->__mask);
  return env;
}
