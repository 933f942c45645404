// interrupted — siglongjmp into the very function that a fault, a division, a trap or a timer interrupted.
// What it has not changed since sigsetjmp is what it was; siglongjmp(3).
#include "../signals.h"
#include <setjmp.h>
#include <sys/mman.h>

static sigjmp_buf out, inner;
static char *page;
static volatile int zero, calls;

static void handler(int sig) {
  calls++;
  siglongjmp(out, sig);
}
static void to_inner(int sig) { siglongjmp(inner, sig); }

static void once(void) {
  MUST(setitimer(ITIMER_REAL, &(struct itimerval){ { 0, 0 }, { 0, 2000 } }, NULL));
}

#define LEAF __attribute__((noinline)) static int

// a, b, c and d are read before the interruption and after the jump.
LEAF loads(volatile char *p, int a, int b, int c, int d) {
  int r = sigsetjmp(out, 1);
  if (r) return a * 1000 + b * 100 + c * 10 + d + r * 10000;
  int sum = 0;
  for (int i = 0; i < a * b + c * d; i++) sum += i * a + p[i];
  return sum;
}
LEAF stores(int *p, int n, int a) {
  if (sigsetjmp(out, 1)) return a * n;
  for (int i = 0; i < n; i++) p[i] = a + i;
  return p[n - 1];
}
LEAF divides(int a, int b, long long wide) {
  volatile int done = 0, quotient;
  if (sigsetjmp(out, 1)) return a * 100 + b + (int)(wide >> 30) + done;
  done = 1;
  quotient = (a + b) / zero;
  done = 2;
  return quotient + (int)(wide % (zero + quotient));
}
LEAF traps(int a, double x) {
  if (sigsetjmp(out, 1)) return (int)(x * a);
  if (x > 1) __builtin_trap();
  return 0;
}
LEAF copies(char *to, const char *from, size_t n, int a) {
  if (sigsetjmp(out, 1)) return a + (int)n;
  memcpy(to, from, n);
  return to[0];
}
LEAF clears(char *to, size_t n, int a) {
  if (sigsetjmp(out, 1)) return a - (int)n;
  memset(to, a, n);
  return to[0];
}
struct block { int words[40]; };
LEAF assigns(struct block *to, struct block *from, int a) {
  if (sigsetjmp(out, 1)) return a * 3;
  *to = *from;
  return to->words[0];
}
LEAF atomics(int *p, int a) {
  int r = sigsetjmp(out, 1);
  if (r) return a + r;
  return __atomic_fetch_add(p, a, __ATOMIC_SEQ_CST);
}
LEAF spins(int a, int b) {
  if (sigsetjmp(out, 1)) return a * 10 + b;
  once();
  for (unsigned i = 0;; i += (unsigned)a)
    if (zero) return (int)i + b;
}
LEAF counts(int a) {
  volatile unsigned long n = 0;
  if (sigsetjmp(out, 1) == 0) {
    once();
    for (;;) n++;
  }
  return a + (n > 0);
}
LEAF waits(volatile int *flag, volatile int a) {
  if (sigsetjmp(out, 1) == 0) {
    once();
    while (*flag == 0) continue;
    return 0;
  }
  return a;
}
LEAF readable(volatile char *p) {
  if (sigsetjmp(out, 1)) return 0;
  (void)*p;
  return 1;
}

// Two places of one function: the jump is to the first, after the second was marked.
LEAF first_of_two(volatile char *p, int a) {
  volatile int trace = 0;
  if (sigsetjmp(out, 1)) return trace * 10 + a;
  trace = 1;
  if (sigsetjmp(inner, 1)) return -1;
  trace = 2;
  return *p;
}
// The jump is for the function outside: this one's own place is passed over.
LEAF inside(volatile char *p) {
  if (sigsetjmp(inner, 1)) return say("never seen\n"), 1;
  return *p;
}
LEAF outside(volatile char *p, int a) {
  if (sigsetjmp(out, 1)) return a;
  return inside(p) + 1;
}
// A handler that marks a place of its own, is interrupted in it, and returns to where it came from.
static void nested(int sig) {
  int local = sig;
  volatile char *p = page;
  catch(SIGSEGV, to_inner, 0);
  if (sigsetjmp(inner, 1) == 0) (void)*p;
  catch(SIGSEGV, handler, 0);
  say("nested goes on, %s\n", signame(local));
}

static void plain(void) {
  SHOW(loads(page, 1, 2, 3, 4));
  SHOW(loads(NULL, 5, 6, 7, 8));
  SHOW(loads(page + 4096, 1, 1, 1, 1));
  SHOW(stores((int *)page, 9, 7));
  SHOW(stores((int *)(page + 4096 - 8), 9, 6));
  SHOW(stores((int *)(page + 4096), 9, 5));
  SHOW(divides(3, 4, 5LL << 30));
  SHOW(traps(4, 2.5));
  SHOW(traps(4, 0.5));
  SHOW(copies(page, "abc", 3, 20));
  SHOW(copies(page + 4096, page, 300, 20));
  SHOW(copies(page + 4096, "abc", 3, 20));
  SHOW(clears(page, 60, 5));
  SHOW(clears(page + 4096, 60, 5));
  SHOW(assigns((struct block *)page, (struct block *)(page + 4096), 11));
  SHOW(assigns((struct block *)(page + 4096), (struct block *)page, 12));
  SHOW(atomics((int *)page, 30));
  SHOW(atomics((int *)(page + 8000), 30));
  SHOW(first_of_two(page, 3));
  SHOW(outside(page, 17));
}

int main(void) {
  page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(mprotect(page, 4096, PROT_NONE));
  static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM };
  for (int i = 0; i < 5; i++) catch(signals[i], handler, 0);
  plain();
  SHOW(spins(3, 4));
  SHOW(counts(50));
  SHOW(waits(&zero, 8));
  catch(SIGUSR1, nested, 0);
  raise(SIGUSR1);
  SHOW(readable(page));
  volatile int sum = 0;
  for (volatile int i = 0; i < 1000; i++) sum += readable(page + (i & 1) * 4096);
  SHOW(sum);
  for (volatile int i = 0; i < 1000; i++) {
    if (sigsetjmp(out, 1) == 0) sum += page[i % 7];
    else sum++;
  }
  SHOW(sum);
  for (volatile int i = 0; i < 20; i++) sum += spins(1, 0);
  SHOW(sum);
  CHILD("in the child", plain(); SHOW(spins(5, 6)));
  catch(SIGUSR1, nested, 0);
  CHILD("a handler in the child", raise(SIGUSR1); SHOW(readable(page)));
  show_mask("mask");
  SHOW(calls > 1000);
  return 0;
}
