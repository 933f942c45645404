// args — prints its arguments and, when asked by the first one ("env"), its environment.
#include <stdio.h>
#include <string.h>

extern char **environ;

int main(int argc, char **argv) {
  printf("argc = %d\n", argc);
  for (int i = 1; i < argc; i++) printf("argv[%d] = \"%s\"\n", i, argv[i]);
  printf("argv[argc] is %s\n", argv[argc] == NULL ? "NULL" : "not NULL");
  if (argc > 1 && strcmp(argv[1], "env") == 0)
    for (char **e = environ; *e; e++) printf("env: %s\n", *e);
  return 0;
}
