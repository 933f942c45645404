// break — sbrk grows and shrinks the heap, new memory is zero, brk back and forth; brk(2).
#include "../check.h"

int main(void) {
  char *start = sbrk(0);
  SHOW(start != (void *)-1);
  SHOW((char *)sbrk(10000) == start);
  SHOW((char *)sbrk(0) - start);
  int sum = 0;
  for (int i = 0; i < 10000; i++) sum += start[i] != 0, start[i] = i;
  SHOW(sum);
  SHOW((char *)sbrk(300000) == start + 10000);
  for (int i = 0; i < 10000; i++) sum += start[i] == (char)i;
  SHOW(sum);
  CHILD("child", start[0] = 9; SHOW(sbrk(4096) == start + 310000); SHOW(start[0]));
  SHOW(start[0]);
  SHOW((char *)sbrk(0) - start);
  ERR(brk(start + 5000));
  SHOW((char *)sbrk(0) - start);
  ERR(brk(start));
  SHOW((char *)sbrk(0) - start);
  ERR(brk(start + 100000));
  PTR(sbrk((intptr_t)0x7fffffff0000 & INTPTR_MAX));
  SHOW((char *)sbrk(0) - start);
  return 0;
}
