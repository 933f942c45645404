// lstat — what a file is; of a symbolic link itself.
#include <fcntl.h>

#include "stat.h"

int lstat(const char *restrict path, struct stat *restrict st) {
  return __stat_ret(__syscall(SYS_fstatat, AT_FDCWD, path, st, AT_SYMLINK_NOFOLLOW), st);
}
