// nested — a chain of four generations, each waiting for the next; fork(2).
#include "../check.h"

int main(void) {
  int depth = 0;
  pid_t pid = 0;
  while (depth < 4 && (pid = fork()) == 0) {
    depth++;
    say("generation %d\n", depth);
    pid = 0;
  }
  if (pid == 0) {
    say("generation %d has no child\n", depth);
    _exit(10);
  }
  int status;
  SHOW(waitpid(pid, &status, 0) == pid);
  say("generation %d: its child %s\n", depth, statusname(status));
  return WEXITSTATUS(status) + 1;
}
