// posix_spawnp — posix_spawn of a file found along PATH.
#include <errno.h>
#include <spawn.h>
#include <string.h>

#include "path_search.h"

int posix_spawnp(pid_t *restrict pid, const char *restrict file, const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *restrict attr, char *const *restrict argv,
                 char *const *restrict envp) {
  struct path_search search;
  int denied = 0;
  if (strchr(file, '/')) return posix_spawn(pid, file, actions, attr, argv, envp);
  int error = __path_search_begin(&search, file);
  if (error) return error;
  while (__path_search_next(&search)) {
    error = posix_spawn(pid, search.path, actions, attr, argv, envp);
    if (error == EACCES) denied = 1;
    else if (error != ENOENT && error != ENOTDIR) return error;
  }
  return denied ? EACCES : ENOENT;
}
