// sigmask — a signal blocked and unblocked again: nanoseconds for the two calls of sigprocmask().
#include "timing.h"
#include <signal.h>

static void loop(int n) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  for (int i = 0; i < n; i++) {
    bench_check(sigprocmask(SIG_BLOCK, &set, NULL) == 0, "sigprocmask");
    bench_check(sigprocmask(SIG_UNBLOCK, &set, NULL) == 0, "sigprocmask");
  }
}

int main(void) {
  bench_run(loop, 200000);
  return 0;
}
