// search-path — posix_spawnp looks a name without a slash up in PATH, one with a slash nowhere.
// posix_spawnp(3).
// programs: args
#include "../check.h"
#include <spawn.h>

extern char **environ;

static void attempt(const char *name) {
  pid_t pid;
  char *argv[] = { "args", "here", NULL };
  spawned(name, posix_spawnp(&pid, name, NULL, NULL, argv, environ), &pid);
}

int main(void) {
  attempt("args");
  attempt("absent-program");
  attempt("./args");
  char path[600];
  snprintf(path, sizeof path, "/nowhere:/neither:%s", getenv("PROGRAMS"));
  setenv("PATH", path, 1);
  attempt("args");
  setenv("PATH", "/nowhere", 1);
  attempt("args");
  return 0;
}
