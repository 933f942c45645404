// deep — a jump out of many nested calls, out of callbacks, through function pointers, and only halfway up.
// longjmp(3).
#include "../signals.h"
#include <setjmp.h>

static jmp_buf env, half;

__attribute__((noinline)) static int descend(int n, int from) {
  volatile char frame[200];
  frame[n % 200] = n;
  if (n == from) longjmp(env, n + 1);
  if (n > from) return 0;
  return descend(n + 1, from) + frame[n % 200];
}

static int compare(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  if (x == 99 || y == 99) longjmp(env, 99);
  return x - y;
}

__attribute__((noinline)) static int middle(int n) {
  volatile int here = n;
  int r = setjmp(half);
  if (r == 0) {
    if (n > 0) return middle(n - 1) + 1;
    longjmp(half, 5);
  }
  return here * 100 + r;
}

static void (*volatile jumper)(jmp_buf, int);
static void jumps(jmp_buf where, int value) { longjmp(where, value); }

int main(void) {
  for (volatile int depth = 1; depth <= 1000; depth *= 10) {
    int r = setjmp(env);
    if (r == 0) descend(0, depth);
    else say("from depth %d: %d\n", depth, r);
  }
  int numbers[] = { 5, 3, 8, 99, 1, 7, 2 };
  int r = setjmp(env);
  if (r == 0) qsort(numbers, 7, sizeof *numbers, compare);
  else say("out of qsort: %d\n", r);
  r = setjmp(env);
  int key = 99;
  if (r == 0) bsearch(&key, numbers, 7, sizeof *numbers, compare);
  else say("out of bsearch: %d\n", r);
  // The innermost call sets the buffer last.
  SHOW(middle(0));
  SHOW(middle(3));
  jumper = jumps;
  r = setjmp(env);
  if (r == 0) jumper(env, 42);
  else say("by a pointer: %d\n", r);
  return 0;
}
