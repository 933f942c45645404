// signals — a signal that is ignored stays ignored over exec, one of default action stays so.
// execve(2), signal(7).
// programs: handlers
#include "../check.h"

int main(void) {
  CHILD("default", execl(program("handlers"), "handlers", (char *)NULL));
  CHILD("ignored",
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_IGN);
    execl(program("handlers"), "handlers", (char *)NULL));
  return 0;
}
