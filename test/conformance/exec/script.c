// script — "#!" with and without one argument: interpreter, argument, path of the script, arguments.
// execve(2).
// programs: args
#include "../check.h"

static char *envp[] = { NULL };

static void script(const char *first_line, const char *rest) {
  char text[700];
  snprintf(text, sizeof text, "%s\n%s", first_line, rest);
  put_file("script", text, 0700);
}

int main(void) {
  char line[600];
  char *argv[] = { "zero", "one", "two", NULL };
  char *none[] = { "zero", NULL };
  snprintf(line, sizeof line, "#!%s", program("args"));
  script(line, "whatever");
  CHILD("plain", ERR(execve("./script", argv, envp)));
  CHILD("relative name", ERR(execve("script", none, envp)));
  snprintf(line, sizeof line, "#! \t%s  \t ", program("args"));
  script(line, "");
  CHILD("blanks", ERR(execve("./script", argv, envp)));
  snprintf(line, sizeof line, "#!%s  a b  c \t", program("args"));
  script(line, "");
  CHILD("one argument", ERR(execve("./script", argv, envp)));
  return 0;
}
