// cloexec — a spawned program gets no FD_CLOEXEC descriptor; adddup2 of a descriptor onto itself clears it.
// posix_spawn(3).
// programs: fdstate
#include "../check.h"
#include <spawn.h>

extern char **environ;

int main(void) {
  put_file("data", "0123456789", 0600);
  int fd = MUST(open("data", O_RDONLY));
  MUST(lseek(fd, 4, SEEK_SET));
  MUST(dup2(fd, 20));
  MUST(dup3(fd, 21, O_CLOEXEC));
  MUST(dup3(fd, 22, O_CLOEXEC));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, 22, 22);
  char *argv[] = { "fdstate", "20", "21", "22", NULL };
  pid_t pid;
  spawned("fdstate", posix_spawn(&pid, program("fdstate"), &actions, NULL, argv, environ), &pid);
  SHOW(fcntl(22, F_GETFD));
  posix_spawn_file_actions_destroy(&actions);
  return 0;
}
