// getrandom — fills the buffer, differently each time; bad flags EINVAL, bad address EFAULT; getrandom(2).
#include "../check.h"
#include <sys/mman.h>
#include <sys/random.h>

int main(void) {
  unsigned char a[256] = { 0 }, b[256] = { 0 };
  ERR(getrandom(a, sizeof a, 0));
  ERR(getrandom(b, sizeof b, GRND_NONBLOCK));
  SHOW(memcmp(a, b, sizeof a) != 0);
  int zeros = 0;
  for (int i = 0; i < 256; i++) zeros += a[i] == 0;
  SHOW(zeros < 64);
  ERR(getrandom(a, 0, 0));
  ERR(getrandom(a, 16, 0x100));
  ERR(getrandom(a, 16, -1));
  char *gone = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 4096));
  ERR(getrandom(gone, 16, 0));
  ERR(getrandom(NULL, 16, 0));
  static unsigned char big[100000];
  ERR(getrandom(big, sizeof big, 0));
  SHOW(getentropy(a, 256));
  ERR(getentropy(a, 257));
  return 0;
}
