// sequence — a hundred children one after the other, each with another status; fork(2).
#include "../check.h"

int main(void) {
  long sum = 0;
  for (int i = 0; i < 100; i++) {
    pid_t pid = MUST(fork());
    if (pid == 0) _exit(i);
    int status;
    if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status)) return 1;
    sum += WEXITSTATUS(status);
  }
  SHOW(sum);
  ERR(wait(NULL));
  return 0;
}
