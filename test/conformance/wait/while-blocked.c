// while-blocked — wait sleeps until a child ends, here while two others go on, and is woken once for each.
// wait(2).
#include "../check.h"

int main(void) {
  gate g[3];
  pid_t pid[3];
  for (int i = 0; i < 3; i++) g[i] = gate_new();
  for (int i = 0; i < 3; i++) {
    if ((pid[i] = fork()) == 0) {
      gate_wait(g[i]);
      // Each lets the one before it go, when its own turn has come.
      if (i > 0) gate_open(g[i - 1]);
      _exit(i);
    }
  }
  gate_open(g[2]);
  for (int i = 0; i < 3; i++) {
    int s;
    MUST(waitpid(pid[i], &s, 0));
    say("%s\n", statusname(s));
  }
  ERR(wait(NULL));
  return 0;
}
