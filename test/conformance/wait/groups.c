// groups — waitpid(0) takes children of the caller's group, a negative id those of that group.
// waitpid(2), setpgid(2).
#include "../check.h"

int main(void) {
  gate g = gate_new();
  pid_t pid[4];
  for (int i = 0; i < 4; i++) {
    if ((pid[i] = fork()) == 0) {
      gate_wait(g);
      _exit(i + 1);
    }
  }
  MUST(setpgid(pid[1], pid[1]));
  MUST(setpgid(pid[2], pid[1]));
  for (int i = 0; i < 4; i++) gate_open(g);
  int s, sum = 0;
  while (waitpid(0, &s, 0) > 0) sum += WEXITSTATUS(s);
  say("own group: sum %d, then %s\n", sum, errname(errno));
  sum = 0;
  while (waitpid(-pid[1], &s, 0) > 0) sum += WEXITSTATUS(s);
  say("other group: sum %d, then %s\n", sum, errname(errno));
  ERR(waitpid(-1, &s, 0));
  return 0;
}
