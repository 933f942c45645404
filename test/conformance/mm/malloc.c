// malloc — malloc, calloc, realloc and free over some megabytes, contents kept; malloc(3).
#include "../check.h"

int main(void) {
  static unsigned char *p[200];
  static int size[200];
  unsigned seed = 12345, wrong = 0;
  for (int round = 0; round < 3000; round++) {
    seed = seed * 1103515245 + 12345;
    int i = (seed >> 16) % 200;
    for (int k = 0; k < size[i]; k += 97) wrong += p[i][k] != (unsigned char)(i + k);
    size[i] = (seed >> 8) % 20000 + 1;
    p[i] = realloc(p[i], size[i]);
    if (!p[i]) return 1;
    for (int k = 0; k < size[i]; k++) p[i][k] = i + k;
  }
  for (int i = 0; i < 200; i++) free(p[i]);
  SHOW(wrong);
  unsigned char *big = calloc(1, 8 << 20);
  for (int k = 0; k < 8 << 20; k += 4096) wrong += big[k], big[k] = 1;
  SHOW(wrong);
  free(big);
  volatile size_t too_much = (size_t)-1 / 2;
  void *volatile kept;
  ERR((kept = malloc(too_much)) == NULL ? -1 : 0);
  ERR((kept = calloc(too_much, 4)) == NULL ? -1 : 0);
  return 0;
}
