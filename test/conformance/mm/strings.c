// strings — memcpy, memmove, memset, strlen, strcpy and qsort work on mapped memory as on any other.
// string(3).
#include "../check.h"
#include <sys/mman.h>

static int ascending(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

int main(void) {
  char *p = mmap(NULL, 8 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  char local[10000];
  for (int i = 0; i < 10000; i++) local[i] = i * 31;
  memcpy(p + 4000, local, 10000);
  SHOW(memcmp(p + 4000, local, 10000));
  memmove(p + 4100, p + 4000, 10000);
  SHOW(memcmp(p + 4100, local, 10000));
  memmove(p + 3990, p + 4100, 10000);
  SHOW(memcmp(p + 3990, local, 10000));
  memset(p + 4090, 'z', 20);
  p[4110] = 0;
  SHOW(strlen(p + 4090));
  strcpy(p + 8190, p + 4090);
  say("%s\n", p + 8190);
  SHOW(strcmp(p + 8190, p + 4090));
  SHOW(strchr(strcpy(p + 8188, "abcdef"), 'e') - (p + 8188));
  int *v = (int *)p;
  for (int i = 0; i < 5000; i++) v[i] = (i * 7919) % 5003;
  qsort(v, 5000, sizeof *v, ascending);
  int ordered = 1;
  for (int i = 1; i < 5000; i++) ordered &= v[i - 1] <= v[i];
  SHOW(ordered);
  snprintf(p + 4090, 50, "%d %s %.3f", 42, "across a page", 1.5);
  say("%s\n", p + 4090);
  return 0;
}
