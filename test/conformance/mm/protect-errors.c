// protect-errors — EINVAL unaligned or unknown bits, ENOMEM over a hole with the part before it changed.
// mprotect(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  char *p = mmap(NULL, 4 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ERR(mprotect(p + 1, 4096, PROT_READ));
  ERR(mprotect(p, 0, PROT_NONE));
  p[0] = 1;
  MUST(munmap(p + 2 * 4096, 4096));
  ERR(mprotect(p, 4 * 4096, PROT_READ));
  CHILD("before the hole", p[4096] = 1);
  CHILD("after the hole", p[3 * 4096] = 1);
  ERR(mprotect(p + 2 * 4096, 4096, PROT_READ));
  ERR(mprotect(p, 4096, 0x100));
  ERR(mprotect(p, (size_t)-4096, PROT_READ));
  ERR(mprotect(p, 8192, PROT_READ | PROT_WRITE));
  p[4096] = 2;
  return 0;
}
