// pipeline — two spawned programs joined by a pipe, a third reading their end; posix_spawn(3), pipe(2).
// programs: upper count
#include "../check.h"
#include <spawn.h>

extern char **environ;

static pid_t start(const char *name, int in, int out) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  char *argv[] = { (char *)name, NULL };
  pid_t pid = -1;
  int e = posix_spawnp(&pid, name, &actions, NULL, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (e) say("%s: %s\n", name, errname(e));
  return pid;
}

int main(void) {
  int a[2], b[2], c[2];
  MUST(pipe2(a, O_CLOEXEC));
  MUST(pipe2(b, O_CLOEXEC));
  MUST(pipe2(c, O_CLOEXEC));
  pid_t upper = start("upper", a[0], b[1]);
  pid_t count = start("count", b[0], c[1]);
  close(a[0]), close(b[0]), close(b[1]), close(c[1]);
  for (int i = 0; i < 1000; i++) MUST(write(a[1], "a line of text\n", 15));
  close(a[1]);
  char text[100] = "";
  int n = 0, r;
  while ((r = read(c[0], text + n, sizeof text - 1 - n)) > 0) n += r;
  say("%s", text);
  reap("upper", upper);
  reap("count", count);
  return 0;
}
