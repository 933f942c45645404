// sigchld-ignored — with SIGCHLD ignored children leave no zombie; wait sleeps until all are gone: ECHILD.
// wait(2).
#include "../check.h"

int main(void) {
  signal(SIGCHLD, SIG_IGN);
  gate g = gate_new();
  int p[2];
  MUST(pipe(p));
  for (int i = 0; i < 3; i++) {
    if (fork()) continue;
    gate_wait(g);
    write(p[1], "x", 1);
    _exit(i);
  }
  for (int i = 0; i < 3; i++) gate_open(g);
  ERR(wait(NULL));
  char buf[8];
  ERR(read(p[0], buf, sizeof buf));
  signal(SIGCHLD, SIG_DFL);
  CHILD("default again", _exit(6));
  return 0;
}
