// sigpingpong — a signal to another process that sleeps in sigsuspend, and one back: nanoseconds for both.
#include "timing.h"
#include <signal.h>

static volatile sig_atomic_t caught;
static sigset_t open_mask;
static pid_t partner;

static void on_signal(int sig) {
  (void)sig;
  caught = 1;
}

static void wait_for_signal(void) {
  while (!caught) sigsuspend(&open_mask);
  caught = 0;
}

static void loop(int n) {
  for (int i = 0; i < n; i++) {
    bench_check(kill(partner, SIGUSR1) == 0, "kill");
    wait_for_signal();
  }
}

int main(void) {
  sigset_t block;
  sigemptyset(&block);
  sigaddset(&block, SIGUSR1);
  bench_check(sigprocmask(SIG_BLOCK, &block, &open_mask) == 0, "sigprocmask");
  bench_check(signal(SIGUSR1, on_signal) != SIG_ERR, "signal");
  pid_t parent = getpid();
  partner = fork();
  bench_check(partner >= 0, "fork");
  while (partner == 0) {
    wait_for_signal();
    bench_check(kill(parent, SIGUSR1) == 0, "kill");
  }
  bench_run(loop, 20000);
  kill(partner, SIGKILL);
  bench_check(waitpid(partner, NULL, 0) == partner, "waitpid");
  return 0;
}
