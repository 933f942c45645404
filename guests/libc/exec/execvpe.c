// execvpe — execve of a file found along PATH.
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "path_search.h"

int execvpe(const char *file, char *const argv[], char *const envp[]) {
  struct path_search search;
  int denied = 0;
  if (strchr(file, '/')) return execve(file, argv, envp);
  errno = __path_search_begin(&search, file);
  if (errno) return -1;
  errno = ENOENT;
  while (__path_search_next(&search)) {
    execve(search.path, argv, envp);
    if (errno == EACCES) denied = 1;
    else if (errno != ENOENT && errno != ENOTDIR) return -1;
  }
  if (denied) errno = EACCES;
  return -1;
}
