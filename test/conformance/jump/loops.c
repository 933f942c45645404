// loops — one place is jumped to thousands of times, from its own function and from others; nothing piles up.
// longjmp(3).
#include "../signals.h"
#include <setjmp.h>

static jmp_buf env;

__attribute__((noinline)) static void jump(int value) {
  volatile char frame[5000];
  frame[value % 5000] = 1;
  longjmp(env, value + frame[value % 5000]);
}

int main(void) {
  // Far more than the stack would hold, if frames stayed.
  volatile long long sum = 0;
  for (volatile int i = 1; i <= 20000; i++) {
    int r = setjmp(env);
    if (r == 0) jump(i);
    sum += r;
  }
  SHOW(sum);
  volatile int count = 0;
  setjmp(env);
  if (++count < 20000) longjmp(env, 1);
  SHOW(count);
  // Two buffers in turn.
  jmp_buf left, right;
  volatile int steps = 0;
  if (setjmp(left)) steps++;
  if (setjmp(right) == 0) {
    if (steps < 50) longjmp(left, 1);
  } else {
    steps += 1000;
  }
  SHOW(steps);
  if (steps < 10000) longjmp(right, 1);
  // Nested loops, left from the innermost.
  volatile int found = 0;
  if (setjmp(env) == 0) {
    for (int a = 0; a < 100; a++)
      for (int b = 0; b < 100; b++)
        for (int c = 0; c < 100; c++)
          if (a * b * c == 13 * 17 * 19) {
            found = a * 10000 + b * 100 + c;
            jump(1);
          }
  }
  SHOW(found);
  return 0;
}
