// anonymous — private anonymous memory: zero-filled, page aligned, apart from other mappings; mmap(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  unsigned char *p = mmap(NULL, 10000, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  unsigned char *q = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  SHOW(p != MAP_FAILED);
  SHOW(((uintptr_t)p | (uintptr_t)q) % 4096);
  SHOW(q + 4096 <= p || p + 12288 <= q);
  int sum = 0;
  for (int i = 0; i < 12288; i++) sum += p[i];
  SHOW(sum);
  for (int i = 0; i < 12288; i++) p[i] = i;
  memset(q, 0xee, 4096);
  for (int i = 0; i < 12288; i++) sum += p[i] == (unsigned char)i;
  SHOW(sum);
  ERR(munmap(p, 10000));
  ERR(munmap(q, 4096));
  // A new mapping never shows old bytes.
  p = mmap(NULL, 65536, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  sum = 0;
  for (int i = 0; i < 65536; i++) sum += p[i];
  SHOW(sum);
  return 0;
}
