// jumps — setjmp and longjmp where compilers and exceptions get them wrong; prints what Linux prints.
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf outer, inner;
static sigjmp_buf signals;

__attribute__((noinline)) static void down(jmp_buf env, int depth, int value) {
  volatile char room[256];
  room[depth & 255] = value;
  if (depth == 0) longjmp(env, value);
  down(env, depth - 1, value);
  printf("not reached %d\n", room[0]);
}

static void values(void) {
  static const int given[] = {1, 0, -1, 2147483647};
  for (unsigned i = 0; i < sizeof given / sizeof *given; i++) {
    int value = setjmp(outer);
    if (value == 0) down(outer, 3, given[i]);
    printf("longjmp(%d) gives %d\n", given[i], value);
  }
}

static void locals(void) {
  volatile int kept = 1;
  volatile double real = 0.5;
  int untouched = 7;
  switch (setjmp(outer)) {
    case 0:
      kept = 2;
      real *= 3;
      down(outer, 500, 1);
      break;
    case 1:
      printf("kept %d real %g untouched %d\n", kept, real, untouched);
      kept++;
      down(outer, 0, 2);
      break;
    default:
      printf("again: kept %d\n", kept);
  }
}

static void nested(void) {
  if (setjmp(outer) == 0) {
    if (setjmp(inner) == 0) down(inner, 10, 1);
    printf("inner\n");
    down(outer, 10, 1);
  }
  printf("outer\n");
  // The inner frame is gone, the outer one's buffer serves again.
  volatile int rounds = 0;
  setjmp(outer);
  if (rounds++ < 3) down(outer, rounds, 1);
  printf("rounds %d\n", rounds);
}

static void through_calls(void) {
  volatile int sum = 0;
  for (volatile int i = 0; i < 1000; i++) {
    jmp_buf here;
    int value = setjmp(here);
    if (value == 0) down(here, i % 7, i + 1);
    sum += value;
  }
  printf("sum %d\n", sum);
}

static int compare(const void *left, const void *right) {
  int a = *(const int *)left, b = *(const int *)right;
  if (a == 13 || b == 13) longjmp(inner, 13);
  return a - b;
}

static void out_of_library(void) {
  int numbers[] = {5, 4, 13, 2, 1};
  if (setjmp(inner) == 0) qsort(numbers, 5, sizeof *numbers, compare);
  else printf("left qsort\n");
}

static void (*volatile jump)(jmp_buf, int) = longjmp;

static void indirect(void) {
  if (setjmp(outer) == 0) jump(outer, 1);
  printf("by pointer\n");
}

static void other_names(void) {
  if (_setjmp(outer) == 0) _longjmp(outer, 1);
  printf("_longjmp\n");
  for (int save = 0; save <= 1; save++) {
    int value = sigsetjmp(signals, save);
    if (value == 0) siglongjmp(signals, 5 + save);
    printf("siglongjmp %d\n", value);
  }
}

int main(void) {
  values();
  locals();
  nested();
  through_calls();
  out_of_library();
  indirect();
  other_names();
  for (volatile int i = 0; i < 100000; i++)
    if (setjmp(outer) == 0) down(outer, 1, 1);
  printf("end\n");
  return 0;
}
