// locals — after a jump volatile locals have their last values, unchanged ones what they had; longjmp(3).
#include "../signals.h"
#include <setjmp.h>

static jmp_buf env;
static int global;

__attribute__((noinline)) static void change(volatile int *through) {
  *through += 100;
  global++;
  longjmp(env, 1);
}

__attribute__((noinline)) static void test(int argument, long long wide, double real, const char *text) {
  volatile int changed = 1;
  volatile double changed_real = 0.5;
  volatile long long changed_wide = 1;
  int unchanged = argument * 2;
  long long unchanged_wide = wide * 3;
  double unchanged_real = real * 4;
  volatile int array[10], by_pointer = 1;
  for (int i = 0; i < 10; i++) array[i] = i * argument;
  struct { int a; char b; double c; } record = { argument, 'x', real };
  if (setjmp(env) == 0) {
    changed = 2;
    changed_real = 1.5;
    changed_wide = 10000000000;
    array[3] = -1;
    change(&by_pointer);
  }
  say("%d %.1f %lld\n", changed, changed_real, changed_wide);
  say("%d %lld %.1f %s\n", unchanged, unchanged_wide, unchanged_real, text);
  say("%d %lld %.1f\n", argument, wide, real);
  say("%d %d %d\n", array[2], array[3], array[9]);
  say("%d %c %.1f\n", record.a, record.b, record.c);
  SHOW(by_pointer);
  SHOW(global);
}

// What is allocated before the jump is there after it.
static void heap(void) {
  char *volatile block = malloc(100);
  strcpy(block, "before");
  if (setjmp(env) == 0) {
    strcpy(block, "after");
    longjmp(env, 1);
  }
  say("%s\n", block);
  free(block);
}

// An array whose size is known late lies in the frame jumped back to.
__attribute__((noinline)) static void sized(int n) {
  volatile int array[n];
  for (int i = 0; i < n; i++) array[i] = i;
  volatile int sum = 0, rounds = 0;
  setjmp(env);
  sum = 0;
  for (int i = 0; i < n; i++) sum += array[i];
  if (++rounds < 4) {
    array[0] = rounds;
    longjmp(env, 1);
  }
  SHOW(sum);
}

int main(void) {
  test(7, 1000000000000, 2.5, "text");
  test(-1, -1, -1.0, "again");
  heap();
  sized(50);
  return 0;
}
