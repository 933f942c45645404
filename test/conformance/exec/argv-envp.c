// argv-envp — the new program sees exactly the strings of argv and envp; execve(2).
// programs: args
#include "../check.h"

int main(void) {
  char *envp[] = { "A=1", "no equals sign", "B=", "A=2", NULL };
  char *none[] = { NULL };
  char *argv[] = { "any name", "env", "", " spaces ", "quote\"d", "\xc3\xa9t\xc3\xa9", NULL };
  CHILD("envp", execve(program("args"), argv, envp));
  char *plain[] = { "args", "env", NULL };
  CHILD("empty envp", execve(program("args"), plain, none));
  char *alone[] = { "args", NULL };
  CHILD("argv[0] only", execve(program("args"), alone, none));
  return 0;
}
