// start — what crt1 and the program share: argc, argv, environ.
#include <stdlib.h>
#include <string.h>
#include <kern/syscall.h>

#include "start.h"

int __argc;
char **__argv;

// The sysroot's getenv and setenv know the environment by the last of these names.
char **__environ;
extern char **environ __attribute__((alias("__environ")));
extern char **_environ __attribute__((alias("__environ")));
extern char **__wasilibc_environ __attribute__((alias("__environ")));

static char *split(char *text, char **list, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    list[i] = text;
    text += strlen(text) + 1;
  }
  list[count] = 0;
  return text;
}

unsigned __start_bytes(const struct start_sizes *sizes) {
  return (sizes->argc + sizes->envc + 2) * sizeof(char *) + sizes->argv_bytes + sizes->envp_bytes;
}

void __start(const struct start_sizes *sizes, void *room) {
  char **argv = room;
  char **envp = argv + sizes->argc + 1;
  char *strings = (char *)(envp + sizes->envc + 1);
  __syscall(SYS_args_get, strings);
  split(split(strings, argv, sizes->argc), envp, sizes->envc);
  __argc = sizes->argc;
  __argv = argv;
  __environ = envp;
}
