// nested — a handler of SIGSEGV that faults: with SA_NODEFER it repairs that too, else the process ends.
// sigaction(2).
#include "../signals.h"
#include <sys/mman.h>

static char *base;
static volatile int depth;

static void allow(int page) {
  if (mprotect(base + page * 4096, 4096, PROT_READ | PROT_WRITE)) _exit(9);
}

// Page n can only be repaired by one who has read page n + 1.
static void needs_next(int sig, siginfo_t *info, void *context) {
  int page = ((char *)info->si_addr - base) / 4096;
  say("%*sfault in page %d\n", 2 * depth, "", page);
  depth++;
  if (page < 4) {
    int next = ((volatile char *)base)[(page + 1) * 4096];
    say("%*spage %d is there: %d\n", 2 * depth, "", page + 1, next);
  }
  depth--;
  allow(page);
}

static void other(int sig) {
  say("%s\n", signame(sig));
  ((volatile char *)base)[4 * 4096] = 3;
  say("%s goes on\n", signame(sig));
}

static void hide(void) { MUST(mprotect(base, 6 * 4096, PROT_NONE)); }

int main(void) {
  base = mmap(NULL, 6 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  for (int i = 0; i < 6; i++) base[i * 4096] = i;
  catch_info(SIGSEGV, needs_next, SA_NODEFER);
  hide();
  SHOW(((volatile char *)base)[0]);
  show_mask("mask");
  // In the handler of another signal.
  catch(SIGUSR1, other, 0);
  hide();
  raise(SIGUSR1);
  SHOW(base[4 * 4096]);
  catch_info(SIGSEGV, needs_next, 0);
  CHILD("deferred, no nesting", hide(); SHOW(((volatile char *)base)[4 * 4096]));
  CHILD("deferred, nesting", hide(); SHOW(((volatile char *)base)[3 * 4096]));
  return 0;
}
