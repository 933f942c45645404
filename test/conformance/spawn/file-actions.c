// file-actions — addopen, adddup2 and addclose happen in the child in their order.
// posix_spawn_file_actions_addopen(3).
// programs: count fdstate
#include "../check.h"
#include <spawn.h>

extern char **environ;

int main(void) {
  put_file("input", "one\ntwo\nthree\n", 0600);
  int p[2];
  MUST(pipe(p));
  posix_spawn_file_actions_t actions;
  SHOW(posix_spawn_file_actions_init(&actions));
  SHOW(posix_spawn_file_actions_addopen(&actions, 0, "input", O_RDONLY, 0));
  SHOW(posix_spawn_file_actions_adddup2(&actions, p[1], 1));
  SHOW(posix_spawn_file_actions_addclose(&actions, p[0]));
  SHOW(posix_spawn_file_actions_addclose(&actions, p[1]));
  char *argv[] = { "count", NULL };
  pid_t pid;
  SHOW(posix_spawn(&pid, program("count"), &actions, NULL, argv, environ));
  close(p[1]);
  char text[100] = "";
  int n = 0, r;
  while ((r = read(p[0], text + n, sizeof text - 1 - n)) > 0) n += r;
  say("it wrote: %s", text);
  reap("count", pid);
  posix_spawn_file_actions_destroy(&actions);

  // The parent's own descriptors are as they were.
  int fd = MUST(open("made", O_WRONLY | O_CREAT, 0600));
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fd, 20);
  posix_spawn_file_actions_addclose(&actions, fd);
  posix_spawn_file_actions_addopen(&actions, 21, "input", O_RDONLY, 0);
  char *state[] = { "fdstate", "20", "21", "22", NULL };
  spawned("fdstate", posix_spawn(&pid, program("fdstate"), &actions, NULL, state, environ), &pid);
  SHOW(fcntl(fd, F_GETFD));
  ERR(fcntl(20, F_GETFD));
  posix_spawn_file_actions_destroy(&actions);
  return 0;
}
