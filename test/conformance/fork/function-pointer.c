// function-pointer — fork called through a pointer, and inside a function called through one; fork(2).
#include "../check.h"

typedef int (*step)(int);

static pid_t (*volatile forker)(void) = fork;
static int plain(int x) { return x + 1; }
static int forking(int x) {
  int y = x * 3;
  pid_t pid = forker();
  if (pid == 0) _exit(y);
  int status;
  waitpid(pid, &status, 0);
  return y + WEXITSTATUS(status);
}

static step table[] = { plain, forking, plain, forking };

int main(void) {
  int value = 1;
  for (int i = 0; i < 4; i++) {
    value = table[i](value);
    say("after step %d: %d\n", i, value);
  }
  return 0;
}
