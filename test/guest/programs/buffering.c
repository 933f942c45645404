// buffering — writes in pieces; the test looks at how they reach the kernel. argv[1]: how it ends.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char filler[4096];

int main(int argc, char **argv) {
  const char *end = argc > 1 ? argv[1] : "return";
  memset(filler, 'x', sizeof filler - 1);
  printf("one ");
  printf("two\nthree ");
  fprintf(stderr, "error %d\n", 1);
  printf("four");
  if (strcmp(end, "_exit") == 0) _exit(4);
  if (strcmp(end, "abort") == 0) abort();
  if (strcmp(end, "fill") == 0) fputs(filler, stdout);
  if (strcmp(end, "exit") == 0) exit(5);
  return 6;
}
