// heap-and-stdio — malloc, stdio and string functions go on working in a child and after many forks.
// fork(2), malloc(3).
#include "../check.h"

int main(void) {
  char *kept[50];
  for (int i = 0; i < 50; i++) {
    kept[i] = malloc(10 + i * 37);
    snprintf(kept[i], 10, "block %d", i);
  }
  for (int round = 0; round < 5; round++) {
    CHILD("child",
      for (int i = 0; i < 50; i += 2) free(kept[i]);
      char *big = malloc(200000);
      memset(big, 'x', 200000);
      printf("round %d: %s %s %c\n", round, kept[1], kept[49], big[199999]);
      exit(round));
    free(kept[round]);
    kept[round] = strdup("again");
  }
  say("%s %s\n", kept[4], kept[5]);
  return 0;
}
