// atexit-many — at least 32 handlers can be registered (POSIX ATEXIT_MAX); atexit(3).
#include "../check.h"

static int calls;
static void count(void) { calls++; }
static void total(void) { say("%d calls\n", calls); }

int main(void) {
  int refused = atexit(total);
  for (int i = 0; i < 31; i++) refused |= atexit(count);
  SHOW(refused);
  return 0;
}
