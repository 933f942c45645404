// forkwait — fork, exit in the child, wait in the parent: nanoseconds for each.
#include "timing.h"

static void loop(int n) {
  for (int i = 0; i < n; i++) {
    pid_t child = fork();
    bench_check(child >= 0, "fork");
    if (child == 0) _exit(0);
    bench_check(waitpid(child, NULL, 0) == child, "waitpid");
  }
}

int main(void) {
  bench_run(loop, 200);
  return 0;
}
