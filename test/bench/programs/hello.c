// hello — one line: what starting the whole machine costs.
#include <stdio.h>

int main(void) {
  puts("hello");
  return 0;
}
