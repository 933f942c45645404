// 17-progress — a progress meter: SIGALRM draws it from within a computation that knows nothing of it.
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum { STEPS = 8 };
static volatile sig_atomic_t ticks;

// Called by the kernel, on top of whatever runs. write is one of the few calls allowed here.
static void draw(int sig) {
  (void)sig;
  if (ticks == STEPS) return;
  ticks++;
  char bar[] = "[        ]\n";
  memset(bar + 1, '#', ticks);
  write(1, bar, sizeof bar - 1);
}

static int is_prime(unsigned n) {
  for (unsigned d = 2; d * d <= n; d++)
    if (n % d == 0) return 0;
  return n > 1;
}

int main(void) {
  printf("counting primes for a while\n");
  fflush(stdout);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = draw;
  action.sa_flags = SA_RESTART;  // System calls that it interrupts are to go on.
  sigaction(SIGALRM, &action, NULL);
  const struct itimerval every = { { 0, 10000 }, { 0, 10000 } }, never = { { 0, 0 }, { 0, 0 } };
  setitimer(ITIMER_REAL, &every, NULL);

  // No call in here that would give the kernel a chance, and no question about the time.
  unsigned primes = 0, n = 0;
  while (ticks < STEPS) primes += is_prime(n++);

  setitimer(ITIMER_REAL, &never, NULL);
  // Interrupted eight times, it has gone wrong nowhere.
  unsigned again = 0;
  for (unsigned i = 0; i < n; i++) again += is_prime(i);
  printf("counted %s\n", again == primes ? "well" : "badly");
  return 0;
}
