// attributes — POSIX_SPAWN_SETPGROUP and POSIX_SPAWN_SETSIGDEF; posix_spawnattr_setflags(3).
// programs: ids handlers
#include "../check.h"
#include <spawn.h>

extern char **environ;

int main(void) {
  posix_spawnattr_t attr;
  short flags = -1;
  SHOW(posix_spawnattr_init(&attr));
  SHOW(posix_spawnattr_getflags(&attr, &flags));
  SHOW(flags);

  char group[20], parent[20];
  snprintf(group, sizeof group, "%d", (int)getpgrp());
  snprintf(parent, sizeof parent, "%d", (int)getpid());
  char *argv[] = { "ids", "-", parent, group, NULL };
  pid_t pid;
  spawned("without flags", posix_spawn(&pid, program("ids"), NULL, &attr, argv, environ), &pid);
  SHOW(posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETPGROUP));
  SHOW(posix_spawnattr_setpgroup(&attr, 0));
  spawned("own group", posix_spawn(&pid, program("ids"), NULL, &attr, argv, environ), &pid);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGUSR1, SIG_IGN);
  char *state[] = { "handlers", NULL };
  spawned("inherited", posix_spawn(&pid, program("handlers"), NULL, NULL, state, environ), &pid);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  posix_spawnattr_setsigdefault(&attr, &set);
  SHOW(posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF));
  spawned("one default again", posix_spawn(&pid, program("handlers"), NULL, &attr, state, environ), &pid);
  SHOW(posix_spawnattr_destroy(&attr));
  return 0;
}
