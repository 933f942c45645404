// recursion — every level of a recursion forks; all 2^4 processes unwind with their own locals; fork(2).
#include "../check.h"

static int walk(int depth, int path) {
  if (depth == 0) return path;
  pid_t pid = fork();
  if (pid == 0) {
    int leaf = walk(depth - 1, path * 2 + 1);
    _exit(leaf);
  }
  int left = walk(depth - 1, path * 2);
  int status = -1;
  waitpid(pid, &status, 0);
  int right = WIFEXITED(status) ? WEXITSTATUS(status) : -100;
  say("depth %d: %d + %d\n", depth, left, right);
  return left + right;
}

int main(void) {
  int p[2];
  MUST(pipe(p));
  // The levels print in no fixed order: let one descriptor collect them, and sum what they say.
  int out = dup(1);
  MUST(dup2(p[1], 1));
  close(p[1]);
  int total = walk(4, 0);
  MUST(dup2(out, 1));
  char text[4096];
  int n = 0, r;
  while ((r = read(p[0], text + n, sizeof text - 1 - n)) > 0) n += r;
  text[n] = 0;
  int lines = 0;
  long sum = 0;
  for (char *s = text; (s = strchr(s, ':')); s++) {
    int a = 0, b = 0;
    sscanf(s, ": %d + %d", &a, &b);
    sum += a + b;
    lines++;
  }
  SHOW(total);
  SHOW(lines);
  SHOW(sum);
  return 0;
}
