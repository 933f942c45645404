// bad-addresses — EFAULT for an array or buffer that is not there; nothing is created, nothing lost.
// pipe(2), read(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  char *gone = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 8192));
  int before = dup(0);
  close(before);
  ERR(pipe((int *)gone));
  ERR(pipe(NULL));
  int after = dup(0);
  SHOW(after == before);
  close(after);
  int p[2];
  char buf[8] = "";
  MUST(pipe(p));
  ERR(write(p[1], gone, 4));
  ERR(write(p[1], NULL, 4));
  ERR(write(p[1], "abcd", 4));
  ERR(read(p[0], gone, 4));
  ERR(read(p[0], NULL, 4));
  ERR(read(p[0], buf, 4));
  say("%s\n", buf);
  char *read_only = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ERR(write(p[1], read_only, 4));
  ERR(read(p[0], read_only, 4));
  ERR(read(p[0], buf, 4));
  SHOW(buf[0]);
  return 0;
}
