// fixed — MAP_FIXED replaces what is there and only that; MAP_FIXED_NOREPLACE is EEXIST instead; mmap(2).
#include "../check.h"
#include <sys/mman.h>

#define RW (PROT_READ | PROT_WRITE)
#define ANON (MAP_PRIVATE | MAP_ANONYMOUS)

int main(void) {
  char *p = mmap(NULL, 5 * 4096, RW, ANON, -1, 0);
  for (int i = 0; i < 5; i++) p[i * 4096] = 'a' + i;
  SHOW(mmap(p + 4096, 2 * 4096, RW, ANON | MAP_FIXED, -1, 0) == p + 4096);
  for (int i = 0; i < 5; i++) say("%c", p[i * 4096] ? p[i * 4096] : '.');
  say("\n");
  PTR(mmap(p + 2 * 4096, 4096, RW, ANON | MAP_FIXED_NOREPLACE, -1, 0));
  PTR(mmap(p, 10 * 4096, RW, ANON | MAP_FIXED_NOREPLACE, -1, 0));
  say("%c\n", p[0]);
  MUST(munmap(p + 3 * 4096, 4096));
  SHOW(mmap(p + 3 * 4096, 4096, RW, ANON | MAP_FIXED_NOREPLACE, -1, 0) == p + 3 * 4096);
  PTR(mmap(p + 3 * 4096, 4096, RW, ANON | MAP_FIXED_NOREPLACE, -1, 0));
  SHOW(p[3 * 4096]);
  // A hint that is free is taken, one that is not moves the mapping elsewhere.
  MUST(munmap(p + 2 * 4096, 4096));
  SHOW(mmap(p + 2 * 4096, 4096, RW, ANON, -1, 0) == p + 2 * 4096);
  char *q = mmap(p, 4096, RW, ANON, -1, 0);
  SHOW(q != p && q != MAP_FAILED);
  say("%c\n", p[0]);
  return 0;
}
