// repair-atomics — an atomic operation on a page the handler repairs is made exactly once.
// sigaction(2), C17 7.17.
#include "../signals.h"
#include <sys/mman.h>

static volatile int faults;
static char *base;

static void handler(int sig, siginfo_t *info, void *context) {
  faults++;
  if (mprotect(base, 4096, PROT_READ | PROT_WRITE)) _exit(1);
}

static void test(const char *what, int protection, long long (*operation)(void)) {
  int *word = (int *)base;
  long long *wide = (long long *)(base + 16);
  MUST(mprotect(base, 4096, PROT_READ | PROT_WRITE));
  *word = 10, *wide = 100;
  MUST(mprotect(base, 4096, protection));
  faults = 0;
  long long result = operation();
  say("%s: %lld, then %d and %lld, faults %d\n", what, result, *word, *wide, faults);
}

#define W ((int *)base)
#define D ((long long *)(base + 16))
#define C __ATOMIC_SEQ_CST

static long long load(void) { return __atomic_load_n(W, C); }
static long long store(void) { __atomic_store_n(W, 5, C); return 0; }
static long long add(void) { return __atomic_fetch_add(W, 7, C); }
static long long sub(void) { return __atomic_sub_fetch(D, 7, C); }
static long long or(void) { return __atomic_fetch_or(W, 0x40, C); }
static long long exchange(void) { return __atomic_exchange_n(D, 3, C); }
static long long succeeds(void) {
  int expected = 10;
  return __atomic_compare_exchange_n(W, &expected, 11, 0, C, C);
}
static long long fails(void) {
  int expected = 9;
  int done = __atomic_compare_exchange_n(W, &expected, 11, 0, C, C);
  return done * 1000 + expected;
}
static long long byte(void) { return __atomic_fetch_add((char *)base, 1, C); }

int main(void) {
  catch_info(SIGSEGV, handler, 0);
  base = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  test("load", PROT_NONE, load);
  test("store", PROT_READ, store);
  test("add", PROT_READ, add);
  test("add, no access", PROT_NONE, add);
  test("sub", PROT_READ, sub);
  test("or", PROT_READ, or);
  test("exchange", PROT_READ, exchange);
  test("compare exchange", PROT_READ, succeeds);
  test("compare exchange that fails", PROT_NONE, fails);
  test("byte", PROT_READ, byte);
  return 0;
}
