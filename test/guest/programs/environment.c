// environment — prints its arguments and environment, and changes the latter.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

static void goodbye(void) {
  puts("goodbye");
}

__attribute__((constructor)) static void hello(void) {
  printf("constructor %s\n", getenv("A"));
}

int main(int argc, char **argv) {
  atexit(goodbye);
  printf("%d %s\n", argc, argv[argc] == NULL ? "NULL" : "?");
  for (int i = 0; i < argc; i++) printf("argv %d %zu\n", i, strlen(argv[i]));
  for (char **entry = environ; *entry; entry++) printf("env %s\n", *entry);
  setenv("A", "changed", 1);
  setenv("NEW", "value", 1);
  unsetenv("B");
  for (char **entry = environ; *entry; entry++) printf("then %s\n", *entry);
  fflush(stdout);
  assert(argc < 3);
  return 0;
}
