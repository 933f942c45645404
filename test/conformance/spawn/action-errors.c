// action-errors — a file action that fails makes the spawn fail with its error.
// posix_spawn_file_actions_addclose(3).
// programs: fdstate
#include "../check.h"
#include <spawn.h>

extern char **environ;

static posix_spawn_file_actions_t actions;

static void run(const char *what) {
  pid_t pid;
  char *argv[] = { "fdstate", "30", NULL };
  spawned(what, posix_spawn(&pid, program("fdstate"), &actions, NULL, argv, environ), &pid);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawn_file_actions_init(&actions);
}

int main(void) {
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 30, "absent", O_RDONLY, 0);
  run("open of an absent file");
  posix_spawn_file_actions_adddup2(&actions, 77, 30);
  run("dup2 of a closed descriptor");
  posix_spawn_file_actions_addopen(&actions, 30, "made", O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&actions, 31, "absent/made", O_WRONLY | O_CREAT, 0600);
  run("the second of two fails");
  SHOW(access("made", F_OK));
  SHOW(posix_spawn_file_actions_addclose(&actions, -1) == EBADF);
  SHOW(posix_spawn_file_actions_adddup2(&actions, -1, 3) == EBADF);
  SHOW(posix_spawn_file_actions_addopen(&actions, -1, "made", O_RDONLY, 0) == EBADF);
  run("no action");
  return 0;
}
