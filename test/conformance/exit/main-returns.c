// main-returns — returning from main is exit(): handlers run and stdio is flushed; C17 5.1.2.2.3, exit(3).
#include "../check.h"

static void bye(void) { printf("handler\n"); }

int main(void) {
  atexit(bye);
  printf("no newline here, then: ");
  return 42;
}
