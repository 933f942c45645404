// page-edge — a buffer that ends at the edge of a mapping is filled to the edge; a path may end there too.
// read(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  char *p = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(p + 4096, 4096));
  put_file("data", "0123456789", 0600);
  strcpy(p + 4096 - 5, "data");
  int fd = open(p + 4096 - 5, O_RDONLY);
  SHOW(fd >= 0);
  memcpy(p + 4096 - 4, "data", 4);
  ERR(open(p + 4096 - 4, O_RDONLY));
  ERR(read(fd, p + 4096 - 10, 10));
  say("%.10s\n", p + 4096 - 10);
  ERR(pread(fd, p + 4096 - 3, 3, 4));
  say("%.3s\n", p + 4096 - 3);
  // One that crosses a page boundary inside the mapping.
  char *q = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ERR(pread(fd, q + 4091, 10, 0));
  say("%.10s\n", q + 4091);
  ERR(write(1, q + 4091, 10));
  say("\n");
  return 0;
}
