// which — waitpid of one id leaves the others; -1 takes any; NULL status is allowed; waitpid(2).
#include "../check.h"

int main(void) {
  pid_t pid[4];
  for (int i = 0; i < 4; i++)
    if ((pid[i] = fork()) == 0) _exit(i + 10);
  reap("third", pid[2]);
  reap("first", pid[0]);
  int sum = 0, s;
  for (int i = 0; i < 2; i++) {
    pid_t r = waitpid(-1, &s, 0);
    sum += WEXITSTATUS(s) + (r == pid[1] ? 100 : r == pid[3] ? 200 : 0);
  }
  SHOW(sum);
  if ((pid[0] = fork()) == 0) _exit(1);
  SHOW(waitpid(pid[0], NULL, 0) == pid[0]);
  if ((pid[0] = fork()) == 0) _exit(1);
  SHOW(wait(NULL) == pid[0]);
  ERR(wait(NULL));
  return 0;
}
