// 15-queue — how little a signal carries: 31 flags without content, and some real-time signals with a number.
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

// Takes what is pending of a set, without a handler, until nothing is left.
static void take_all(const sigset_t *set) {
  const struct timespec at_once = { 0, 0 };
  siginfo_t info;
  for (int sig; (sig = sigtimedwait(set, &info, &at_once)) > 0;) {
    if (sig < SIGRTMIN) printf("  signal %d\n", sig);
    else printf("  real-time signal %d, value %d\n", sig - SIGRTMIN, info.si_value.sival_int);
  }
}

int main(void) {
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, NULL);  // Nothing is delivered, everything stays pending.

  printf("SIGUSR1 sent five times, SIGUSR2 once, arrives as\n");
  for (int i = 0; i < 5; i++) kill(getpid(), SIGUSR1);
  kill(getpid(), SIGUSR2);
  take_all(&all);

  // Real-time signals are kept one by one, each with its number or pointer; the lower signal first,
  // whatever the order in which they were sent.
  printf("three values with signal 1, two with signal 0, arrive as\n");
  for (int i = 1; i <= 3; i++) sigqueue(getpid(), SIGRTMIN + 1, (union sigval){ .sival_int = i });
  for (int i = 4; i <= 5; i++) sigqueue(getpid(), SIGRTMIN, (union sigval){ .sival_int = i });
  take_all(&all);

  // So this is all that one process can tell another with a signal. Who has more to say uses them to
  // announce that there is something to read, and a pipe or shared memory for the rest.
  printf("and there are no more than %d of them\n", SIGRTMAX);
  return 0;
}
