// unaligned — loads and stores of every size at every offset over a page boundary, in a mapping.
// C17 6.3.2.3, x86 semantics.
#include "../check.h"
#include <sys/mman.h>

#define TEST(type, value) do { \
    int wrong = 0; \
    for (int at = 4096 - 9; at <= 4096 + 1; at++) { \
      type v = (value), r; \
      memset(p + 4080, 0x55, 40); \
      struct { type x; } __attribute__((packed)) volatile *q = (void *)(p + at); \
      q->x = v; \
      r = q->x; \
      wrong += r != v || memcmp(p + at, &v, sizeof v) != 0; \
      wrong += p[at - 1] != 0x55 || p[at + sizeof v] != 0x55; \
    } \
    say("%s: %d wrong\n", #type, wrong); \
  } while (0)

typedef unsigned char byte;
typedef long long wide;

int main(void) {
  unsigned char *p = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  TEST(byte, 0xa1);
  TEST(short, 0x1234);
  TEST(int, 0x12345678);
  TEST(wide, 0x123456789abcdef0LL);
  TEST(float, 3.14159f);
  TEST(double, 2.718281828459045);
  // The second page goes: an access that reaches into it is a fault, and one that stops before it is not.
  MUST(munmap(p + 4096, 4096));
  CHILD("last int", *(volatile int *)(p + 4092) = 5; say("%d\n", *(volatile int *)(p + 4092)));
  CHILD("int over the edge", *(volatile int *)(p + 4094) = 5);
  CHILD("double over the edge", *(volatile double *)(p + 4090) = 5);
  return 0;
}
