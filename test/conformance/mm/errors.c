// errors — no length, no or both kinds of sharing, unaligned addresses, too much: EINVAL and ENOMEM; mmap(2).
#include "../check.h"
#include <sys/mman.h>

#define RW (PROT_READ | PROT_WRITE)
#define ANON MAP_ANONYMOUS

int main(void) {
  PTR(mmap(NULL, 0, RW, MAP_PRIVATE | ANON, -1, 0));
  PTR(mmap(NULL, 4096, RW, ANON, -1, 0));
  PTR(mmap(NULL, 4096, RW, MAP_TYPE | ANON, -1, 0));
  PTR(mmap((void *)(intptr_t)0x90000123, 4096, RW, MAP_PRIVATE | ANON | MAP_FIXED, -1, 0));
  PTR(mmap(NULL, (size_t)-1, RW, MAP_PRIVATE | ANON, -1, 0));
  PTR(mmap(NULL, (size_t)-4096, RW, MAP_PRIVATE | ANON, -1, 0));
  PTR(mmap(NULL, 4096, RW, MAP_PRIVATE, -1, 0));
  PTR(mmap(NULL, 4096, RW, MAP_PRIVATE, 99, 0));
  PTR(mmap(NULL, 4096, RW, MAP_PRIVATE | ANON, -1, 1));
  int p[2];
  MUST(pipe(p));
  PTR(mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, p[0], 0));
  // The descriptor of an anonymous mapping is not looked at.
  PTR(mmap(NULL, 4096, RW, MAP_PRIVATE | ANON, 99, 0));
  PTR(mmap((void *)(intptr_t)0x90000123, 4096, RW, MAP_PRIVATE | ANON, -1, 0));
  return 0;
}
