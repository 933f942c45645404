// deep-stack — fork far down the stack returns through every frame in both processes, locals intact; fork(2).
#include "../check.h"

static pid_t child;

__attribute__((noinline)) static long descend(int depth, long sum) {
  volatile int mine[8];
  for (int i = 0; i < 8; i++) mine[i] = depth * 8 + i;
  if (depth == 0) {
    child = fork();
    return sum;
  }
  long below = descend(depth - 1, sum + depth);
  for (int i = 0; i < 8; i++)
    if (mine[i] != depth * 8 + i) return -1;
  return below + mine[7] - depth * 8 - 7;
}

int main(void) {
  long sum = descend(500, 0);
  if (child == 0) {
    say("child: %ld\n", sum);
    _exit(0);
  }
  reap("child", child);
  say("parent: %ld\n", sum);
  return 0;
}
