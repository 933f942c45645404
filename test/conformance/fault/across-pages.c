// across-pages — an access that lies in two pages is made whole once both are there, never by halves.
// sigaction(2).
#include "../signals.h"
#include <sys/mman.h>

static char *base;
static volatile int first, second;

static void handler(int sig, siginfo_t *info, void *context) {
  int page = ((char *)info->si_addr - base) / 4096;
  if (page) second++;
  else first++;
  // Until both are there nothing is written.
  if (page && mprotect(base, 4096, PROT_READ)) _exit(1);
  if (mprotect(base + page * 4096, 4096, PROT_READ | PROT_WRITE)) _exit(1);
}

typedef struct { int value; } __attribute__((packed)) loose_int;
typedef struct { long long value; } __attribute__((packed)) loose_long;
typedef struct { double value; } __attribute__((packed)) loose_double;

static void test(const char *what, int protection0, int protection1, int read) {
  MUST(mprotect(base, 8192, PROT_READ | PROT_WRITE));
  memset(base, 0x11, 8192);
  MUST(mprotect(base, 4096, protection0));
  MUST(mprotect(base + 4096, 4096, protection1));
  first = second = 0;
  volatile loose_long *p = (volatile loose_long *)(base + 4096 - 3);
  long long value = 0x1111111111111111;
  if (read) value = p->value;
  else p->value = 0x2222222222222222;
  MUST(mprotect(base, 8192, PROT_READ));
  int whole = p->value == (read ? 0x1111111111111111 : 0x2222222222222222);
  say("%s: first %s, second %s, %s\n", what, first ? "asked for" : "not asked for",
    second ? "asked for" : "not asked for", whole && value == 0x1111111111111111 ? "right" : "wrong");
}

int main(void) {
  catch_info(SIGSEGV, handler, 0);
  base = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  test("write, both there", PROT_READ | PROT_WRITE, PROT_READ | PROT_WRITE, 0);
  test("write, second missing", PROT_READ | PROT_WRITE, PROT_NONE, 0);
  test("write, first missing", PROT_NONE, PROT_READ | PROT_WRITE, 0);
  test("write, second read-only", PROT_READ | PROT_WRITE, PROT_READ, 0);
  test("write, first read-only", PROT_READ, PROT_READ | PROT_WRITE, 0);
  test("read, both there", PROT_READ, PROT_READ, 1);
  test("read, second missing", PROT_READ, PROT_NONE, 1);
  test("read, first missing", PROT_NONE, PROT_READ, 1);
  test("read, both missing", PROT_NONE, PROT_NONE, 1);
  MUST(mprotect(base, 8192, PROT_NONE));
  ((volatile loose_int *)(base + 4094))->value = 0x01020304;
  SHOW(((volatile loose_int *)(base + 4094))->value);
  MUST(mprotect(base + 4096, 4096, PROT_READ));
  ((volatile loose_double *)(base + 4090))->value = 0.25;
  SHOW(((volatile loose_double *)(base + 4090))->value == 0.25);
  return 0;
}
