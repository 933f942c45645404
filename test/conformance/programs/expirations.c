// expirations — reads once from the timerfd that its argument numbers.
#include "../check.h"

int main(int argc, char **argv) {
  uint64_t count;
  if (argc != 2) return 2;
  ssize_t n = read(atoi(argv[1]), &count, sizeof count);
  if (n < 0) say("%s\n", errname(errno));
  else say("%d bytes, %d expirations\n", (int)n, (int)count);
  return 0;
}
