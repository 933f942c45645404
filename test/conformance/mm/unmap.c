// unmap — parts, holes, several mappings at once; EINVAL for an unaligned address or no length; munmap(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  char *p = mmap(NULL, 8 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  for (int i = 0; i < 8; i++) p[i * 4096] = '0' + i;
  ERR(munmap(p + 1, 4096));
  ERR(munmap(p + 100, 0));
  ERR(munmap(p, 0));
  ERR(munmap(p + 2 * 4096, 1));
  ERR(munmap(p + 2 * 4096, 4096));
  ERR(munmap(p + 5 * 4096, 4096));
  CHILD("page 2", p[2 * 4096] = 1);
  CHILD("page 5", p[5 * 4096 + 4095] = 1);
  for (int i = 0; i < 8; i++) if (i != 2 && i != 5) say("%c", p[i * 4096]);
  say("\n");
  ERR(munmap(p + 4096, 6 * 4096));
  CHILD("page 1", p[4096] = 1);
  CHILD("page 6", p[6 * 4096] = 1);
  say("%c%c\n", p[0], p[7 * 4096]);
  ERR(munmap(p, 8 * 4096));
  ERR(munmap(p, 8 * 4096));
  CHILD("page 0", p[0] = 1);
  CHILD("page 7", p[7 * 4096] = 1);
  ERR(munmap(p, (size_t)-4096));
  return 0;
}
