// values — setjmp returns 0, then what longjmp was given, and 1 when that was 0; longjmp(3).
#include "../signals.h"
#include <limits.h>
#include <setjmp.h>

static jmp_buf env;
static sigjmp_buf signal_env;

__attribute__((noinline, noreturn)) static void jump(int value) { longjmp(env, value); }
__attribute__((noinline, noreturn)) static void signal_jump(int value) { siglongjmp(signal_env, value); }

// The forms the standard allows setjmp in.
static void forms(void) {
  if (setjmp(env)) say("if: jumped\n");
  else jump(1);
  if (!setjmp(env)) jump(2);
  else say("if not: jumped\n");
  if (setjmp(env) == 3) say("equal: jumped\n");
  else jump(3);
  if (setjmp(env) < 5) jump(5);
  say("less: jumped\n");
  switch (setjmp(env)) {
    case 0: jump(7);
    case 7: say("switch: jumped by 7\n"); break;
    default: say("switch: wrong\n");
  }
  volatile int rounds = 0;
  while (setjmp(env) != 4) {
    rounds++;
    jump(rounds);
  }
  SHOW(rounds);
  rounds = 0;
  (void)setjmp(env);
  if (++rounds < 6) jump(1);
  SHOW(rounds);
}

int main(void) {
  int values[] = { 1, 2, 0, -1, 255, 256, INT_MAX, INT_MIN };
  for (volatile int i = 0; i < 8; i++) {
    int r = setjmp(env);
    if (r == 0) jump(values[i]);
    say("longjmp(%d): %d\n", values[i], r);
    r = sigsetjmp(signal_env, i % 2);
    if (r == 0) signal_jump(values[i]);
    say("siglongjmp(%d): %d\n", values[i], r);
    r = _setjmp(env);
    if (r == 0) _longjmp(env, values[i]);
    say("_longjmp(%d): %d\n", values[i], r);
  }
  forms();
  return 0;
}
