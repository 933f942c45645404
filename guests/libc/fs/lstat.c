// lstat — what a file is; of a symbolic link itself.
#include <fcntl.h>

#include "stat.h"

int lstat(const char *restrict path, struct stat *restrict st) {
  struct kstat raw;
  return __stat_ret(__syscall(SYS_fstatat, AT_FDCWD, path, &raw, AT_SYMLINK_NOFOLLOW), &raw, st);
}
