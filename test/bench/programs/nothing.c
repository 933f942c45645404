// nothing — the small program that launch starts: it prints nothing and succeeds.
#include <stdio.h>

int main(void) {
  return ferror(stdin) ? 1 : 0;
}
