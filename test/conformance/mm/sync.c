// sync — msync over mapped memory succeeds; contradictory or unknown flags EINVAL, a hole ENOMEM; msync(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  char *p = mmap(NULL, 4 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  strcpy(p, "text");
  ERR(msync(p, 4 * 4096, MS_SYNC));
  ERR(msync(p, 100, MS_ASYNC));
  ERR(msync(p, 4096, MS_SYNC | MS_INVALIDATE));
  ERR(msync(p, 4096, 0));
  ERR(msync(p, 0, MS_SYNC));
  ERR(msync(p + 1, 4096, MS_SYNC));
  ERR(msync(p, 4096, MS_SYNC | MS_ASYNC));
  ERR(msync(p, 4096, 0x100));
  MUST(munmap(p + 4096, 4096));
  ERR(msync(p, 4 * 4096, MS_SYNC));
  ERR(msync(p + 4096, 4096, MS_ASYNC));
  say("%s\n", p);
  return 0;
}
