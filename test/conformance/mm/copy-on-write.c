// copy-on-write — after fork each side's writes to a hundred private pages are its own, in either order.
// fork(2).
#include "../check.h"
#include <sys/mman.h>

enum { PAGES = 100 };

static long sum(const int *p) {
  long s = 0;
  for (int i = 0; i < PAGES; i++) s += p[i * 1024];
  return s;
}

int main(void) {
  int *p = mmap(NULL, PAGES * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  for (int i = 0; i < PAGES; i++) p[i * 1024] = i;
  gate a = gate_new(), b = gate_new(), c = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    for (int i = 0; i < PAGES; i += 2) p[i * 1024] = 1000;
    say("child first: %ld\n", sum(p));
    gate_open(a);
    gate_wait(b);
    say("child after the parent wrote: %ld\n", sum(p));
    gate_open(c);
    _exit(0);
  }
  gate_wait(a);
  say("parent: %ld\n", sum(p));
  for (int i = 0; i < PAGES; i++) p[i * 1024] = -1;
  gate_open(b);
  gate_wait(c);
  say("parent: %ld\n", sum(p));
  reap("child", pid);
  // Three generations share a page until one writes.
  CHILD("child",
    CHILD("grandchild", p[0] = 5; say("%d\n", p[0]));
    say("%d\n", p[0]); p[0] = 6);
  say("%d\n", p[0]);
  return 0;
}
