// stack-overflow — endless recursion ends the process by SIGSEGV; getrlimit(2).
#include "../check.h"

static volatile int depth;

__attribute__((noinline)) static int descend(volatile char *caller) {
  volatile char frame[1000];
  frame[depth % 1000] = caller[0];
  depth++;
  if (depth < 0) return 0;
  return descend(frame) + frame[7];
}

__attribute__((noinline)) static long without_frame(long n) {
  depth++;
  if (depth < 0) return n;
  return without_frame(n + 1) * 3 + n;
}

int main(void) {
  char start[1] = { 1 };
  CHILD("recursion", _exit(descend(start)));
  CHILD("recursion without arrays", _exit(without_frame(1)));
  say("alive\n");
  return 0;
}
