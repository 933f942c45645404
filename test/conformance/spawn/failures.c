// failures — posix_spawn returns the error number of what exec would say, starts nothing, leaves errno alone.
// posix_spawn(3).
#include "../check.h"
#include <spawn.h>
#include <sys/stat.h>

extern char **environ;

static void attempt(const char *path) {
  pid_t pid = 12345;
  char *argv[] = { "x", NULL };
  int e = posix_spawn(&pid, path, NULL, NULL, argv, environ);
  say("%s: %s\n", path, errname(e));
}

int main(void) {
  put_file("plain", "not a program\n", 0600);
  put_file("garbage", "\001\002\003 neither", 0700);
  put_file("empty", "", 0700);
  MUST(mkdir("folder", 0700));
  attempt("absent");
  attempt("/absent/absent");
  attempt("plain");
  attempt("plain/under");
  attempt("garbage");
  attempt("empty");
  attempt("folder");
  attempt("");
  ERR(waitpid(-1, NULL, WNOHANG));
  return 0;
}
