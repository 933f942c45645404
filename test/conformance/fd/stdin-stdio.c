// stdin-stdio — getchar, fgets and scanf read the standard input through stdio, to its end; fgets(3).
// args: ignored words
// stdin: 12 34\na line of its own\nlast, without newline
#include "../check.h"

int main(int argc, char **argv) {
  int a = 0, b = 0;
  char line[100];
  SHOW(argc);
  say("%s %s\n", argv[1], argv[2]);
  SHOW(scanf("%d %d", &a, &b));
  SHOW(a * 100 + b);
  SHOW(getchar());
  say("%s", fgets(line, sizeof line, stdin));
  say("%s\n", fgets(line, sizeof line, stdin));
  SHOW(fgets(line, sizeof line, stdin) == NULL);
  SHOW(!!feof(stdin));
  SHOW(getchar());
  return 0;
}
