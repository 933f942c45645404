// variants — execl, execle, execlp, execv, execvp, execvpe: path or search, own or inherited environment.
// exec(3).
// programs: args
#include "../check.h"

int main(void) {
  const char *path = program("args");
  char *argv[] = { "args", "env", NULL };
  char *envp[] = { "ONLY=this", NULL };
  char search[600];
  snprintf(search, sizeof search, "PATH=%s", getenv("PROGRAMS"));
  clearenv();
  putenv(search);
  CHILD("execl", execl(path, "args", "1", "2", (char *)NULL));
  CHILD("execlp", execlp("args", "args", "3", (char *)NULL));
  CHILD("execle", execle(path, "args", "env", (char *)NULL, envp));
  CHILD("execvpe", execvpe("args", argv, envp));
  CHILD("execlp fails", ERR(execlp("args-absent", "x", (char *)NULL)));
  clearenv();
  setenv("INHERITED", "yes", 1);
  CHILD("execv", execv(path, argv));
  setenv("PATH", "/nowhere", 1);
  CHILD("execvp fails", ERR(execvp("args", argv)));
  return 0;
}
