// stat — what a file is.
#include <fcntl.h>

#include "stat.h"

int stat(const char *restrict path, struct stat *restrict st) {
  return __stat_ret(__syscall(SYS_fstatat, AT_FDCWD, path, st, 0), st);
}
