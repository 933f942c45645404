// retried — a handler that returns without a repair is called again, as often as it takes; then all goes on.
// sigaction(2).
#include "../signals.h"
#include <sys/mman.h>

static volatile int calls, sink;
static char *base;

static void stubborn(int sig, siginfo_t *info, void *context) {
  if (++calls < 1000) return;
  if (mprotect(base, 4096, PROT_READ | PROT_WRITE)) _exit(1);
}

static void opens(int sig, siginfo_t *info, void *context) {
  calls++;
  if (mprotect(base, 4096, PROT_READ | PROT_WRITE)) _exit(1);
}

// Between the faults lie values of every kind, which the handler must not disturb.
__attribute__((noinline)) static long long mixture(int a, long long b, double c, float d) {
  volatile int *p = (volatile int *)base;
  int before = a * 3;
  long long wide = b * 5;
  double real = c * 7, more = d * 2;
  int value = p[before];
  p[before + 1] = value + a + (int)real;
  return value + before + wide + (long long)real + (long long)more + p[before + 1];
}

int main(void) {
  base = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ((int *)base)[15] = 4;
  MUST(mprotect(base, 4096, PROT_NONE));
  catch_info(SIGSEGV, stubborn, 0);
  sink = ((volatile int *)base)[15];
  SHOW(sink);
  SHOW(calls);
  catch_info(SIGSEGV, opens, 0);
  calls = 0;
  long long sum = 0;
  for (int i = 0; i < 200; i++) {
    MUST(mprotect(base, 4096, PROT_NONE));
    sum += mixture(5, 1000000000000, 2.5, 0.5f);
  }
  SHOW(sum);
  SHOW(calls);
  // Allowed to read only: the store faults once more.
  for (int i = 0; i < 3; i++) {
    MUST(mprotect(base, 4096, PROT_READ));
    calls = 0;
    mixture(5, 1, 1, 1);
    SHOW(calls);
  }
  show_mask("mask");
  return 0;
}
