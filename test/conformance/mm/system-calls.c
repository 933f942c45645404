// system-calls — kernel reads and writes through mappings: shared, private, fresh, across pages, read-only.
// read(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  int p[2];
  MUST(pipe(p));
  char *shared = mmap(NULL, 3 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  char *private = mmap(NULL, 3 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  char *read_only = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  // From fresh pages: zeros; into fresh pages.
  MUST(write(p[1], private, 5000));
  memset(shared, 7, 3 * 4096);
  ERR(read(p[0], shared + 4000, 5000));
  int zeros = 0;
  for (int i = 0; i < 3 * 4096; i++) zeros += shared[i] == 0;
  SHOW(zeros);
  SHOW(shared[3999] + shared[9000]);
  MUST(write(p[1], "0123456789", 10));
  ERR(read(p[0], private + 4096 - 5, 10));
  say("%.10s\n", private + 4096 - 5);
  // A page shared copy-on-write is copied before the kernel writes into it.
  CHILD("child",
    MUST(write(p[1], "CHILD", 5));
    MUST(read(p[0], private + 4096 - 5, 5));
    say("%.10s\n", private + 4091));
  say("%.10s\n", private + 4091);
  CHILD("child", MUST(write(p[1], "CHILD", 5)); MUST(read(p[0], shared, 5)));
  say("%.5s\n", shared);
  MUST(write(p[1], "x", 1));
  ERR(read(p[0], read_only, 1));
  // A buffer that begins well and ends in a hole: what could be moved, or EFAULT.
  MUST(munmap(private + 4096, 8192));
  ERR(read(p[0], private + 4095, 1));
  MUST(mprotect(private, 4096, PROT_READ));
  MUST(write(p[1], "y", 1));
  ERR(read(p[0], private, 1));
  return 0;
}
