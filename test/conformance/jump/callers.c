// callers — each call of a function marks its own place; a jump finds the frame of the call that marked it.
// longjmp(3).
#include "../signals.h"
#include <setjmp.h>

enum { LEVELS = 8 };

static jmp_buf envs[LEVELS];

// The innermost jumps to the level asked for; those above return, those below are gone.
__attribute__((noinline)) static int descend(int level, int target) {
  volatile int mine = level * level;
  int r = setjmp(envs[level]);
  if (r) {
    say("level %d was jumped to by %d, mine %d\n", level, r, mine);
    return mine;
  }
  if (level == LEVELS - 1) longjmp(envs[target], target + 1);
  int below = descend(level + 1, target);
  say("level %d sees %d\n", level, below);
  return below + mine;
}

// The same frame is left by one buffer and entered by another.
__attribute__((noinline)) static int both(int first) {
  jmp_buf a, b;
  volatile int trace = 0;
  if (setjmp(a)) {
    trace = trace * 10 + 1;
    if (trace > 10000) return trace;
    longjmp(b, 1);
  }
  if (setjmp(b)) {
    trace = trace * 10 + 2;
    if (trace > 10000) return trace;
    longjmp(a, 1);
  }
  longjmp(first ? a : b, 1);
}

static int calls;

// Buffers of callers that are still there stay good while others come and go.
__attribute__((noinline)) static int tree(int depth) {
  jmp_buf env;
  volatile int sum = 0;
  calls++;
  if (depth == 0) return 1;
  int r = setjmp(env);
  sum += tree(depth - 1);
  if (r < 2) longjmp(env, r + 1);
  return sum;
}

int main(void) {
  for (int target = 0; target < LEVELS; target += 3) SHOW(descend(0, target));
  SHOW(both(1));
  SHOW(both(0));
  SHOW(tree(5));
  SHOW(calls);
  return 0;
}
