// basic — posix_spawn starts a program with the argv and envp given and returns 0 and its id; posix_spawn(3).
// programs: args status
#include "../check.h"
#include <spawn.h>

int main(void) {
  pid_t pid = -1;
  char *argv[] = { "args", "env", "two words", "", NULL };
  char *envp[] = { "COLOUR=blue", "EMPTY=", NULL };
  spawned("args", posix_spawn(&pid, program("args"), NULL, NULL, argv, envp), &pid);
  SHOW(pid > 0);
  char *seven[] = { "status", "7", NULL };
  spawned("status", posix_spawn(&pid, program("status"), NULL, NULL, seven, envp), &pid);
  char *killed[] = { "status", "signal", "9", NULL };
  SHOW(posix_spawn(NULL, program("status"), NULL, NULL, killed, envp));
  int status;
  SHOW(wait(&status) > 0);
  say("%s\n", statusname(status));
  ERR(wait(NULL));
  return 0;
}
