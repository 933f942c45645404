// sigself — a signal to oneself, caught: nanoseconds from kill() to its return, the handler in between.
#include "timing.h"
#include <signal.h>

static volatile sig_atomic_t caught;

static void on_signal(int sig) {
  (void)sig;
  caught++;
}

static void loop(int n) {
  pid_t self = getpid();
  caught = 0;
  for (int i = 0; i < n; i++) bench_check(kill(self, SIGUSR1) == 0, "kill");
  bench_check(caught == n, "a signal was lost");
}

int main(void) {
  bench_check(signal(SIGUSR1, on_signal) != SIG_ERR, "signal");
  bench_run(loop, 200000);
  return 0;
}
