// repair-protect — a handler allows access by mprotect and returns: which pages are written can be learnt so.
// mprotect(2), sigaction(2).
#include "../signals.h"
#include <sys/mman.h>

enum { PAGES = 8 };

static char *base;
static volatile int dirty, order[PAGES], faults;

static void handler(int sig, siginfo_t *info, void *context) {
  if (info->si_code != SEGV_ACCERR) _exit(1);
  int page = ((char *)info->si_addr - base) / 4096;
  order[faults++ % PAGES] = page;
  dirty |= 1 << page;
  if (mprotect(base + page * 4096, 4096, PROT_READ | PROT_WRITE)) _exit(2);
}

static void protect(int protection) {
  dirty = faults = 0;
  MUST(mprotect(base, PAGES * 4096, protection));
}

int main(void) {
  catch_info(SIGSEGV, handler, 0);
  base = mmap(NULL, PAGES * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  volatile int *word = (volatile int *)base;
  for (int round = 0; round < 3; round++) {
    protect(PROT_READ);
    word[3 * 1024] = round;
    word[1 * 1024 + 5] = round;
    word[3 * 1024 + 1] = round;
    word[6 * 1024] += word[5 * 1024] + 1;
    say("dirty 0x%x, faults %d, order %d %d %d\n", dirty, faults, order[0], order[1], order[2]);
  }
  SHOW(word[3 * 1024] + word[1 * 1024 + 5] + word[3 * 1024 + 1]);
  SHOW(word[6 * 1024]);
  protect(PROT_NONE);
  int sum = 0;
  for (int page = 0; page < PAGES; page++) sum += word[page * 1024];
  SHOW(sum);
  SHOW(faults);
  SHOW(dirty);
  // The child has its own protection.
  protect(PROT_READ);
  CHILD("child", word[0] = 7; SHOW(word[0]); SHOW(faults));
  SHOW(word[0]);
  SHOW(faults);
  word[0] = 8;
  SHOW(faults);
  // A shared page too.
  volatile int *shared = mmap(NULL, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  base = (char *)shared;
  faults = 0;
  CHILD("child", shared[1] = 5; SHOW(faults));
  SHOW(shared[1]);
  shared[1]++;
  SHOW(shared[1]);
  SHOW(faults);
  return 0;
}
