// many — five hundred mappings at once, each its own, unmapped in another order; mmap(2).
#include "../check.h"
#include <sys/mman.h>

enum { N = 500 };

int main(void) {
  static int *p[N];
  int wrong = 0;
  for (int i = 0; i < N; i++) {
    // Every other one read-only, so that neighbours cannot become one mapping.
    int flags = (i % 2 ? MAP_SHARED : MAP_PRIVATE) | MAP_ANONYMOUS;
    p[i] = mmap(NULL, 4096 * (1 + i % 3), PROT_READ | PROT_WRITE, flags, -1, 0);
    if (p[i] == MAP_FAILED) return 1;
    p[i][0] = p[i][1024 * (i % 3) + 1023] = i;
    if (i % 2) mprotect(p[i], 4096 * (1 + i % 3), PROT_READ);
  }
  for (int i = 0; i < N; i++) wrong += p[i][0] != i || p[i][1024 * (i % 3) + 1023] != i;
  SHOW(wrong);
  CHILD("child", for (int i = 0; i < N; i++) wrong += p[i][0] != i; SHOW(wrong));
  for (int i = 0; i < N; i++) {
    int k = (i * 7) % N;
    wrong += munmap(p[k], 4096 * (1 + k % 3)) != 0;
  }
  SHOW(wrong);
  return 0;
}
