// getcwd — the working directory; buf NULL: in memory to be freed.
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>
#include <kern/syscall.h>

char *getcwd(char *buf, size_t size) {
  char path[PATH_MAX];
  if (buf && size == 0) {
    errno = EINVAL;
    return NULL;
  }
  if (__call(SYS_getcwd, buf ? buf : path, buf ? size : sizeof path) < 0) return NULL;
  return buf ? buf : strdup(path);
}
