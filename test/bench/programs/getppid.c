// getppid — the null system call: nanoseconds for each getppid().
#include "timing.h"

static void loop(int n) {
  for (int i = 0; i < n; i++) bench_check(getppid() >= 0, "getppid");
}

int main(void) {
  bench_run(loop, 500000);
  return 0;
}
