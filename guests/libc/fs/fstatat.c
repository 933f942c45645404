// fstatat — what a file is, a relative path from a directory.

#include "stat.h"

int fstatat(int dirfd, const char *restrict path, struct stat *restrict st, int flags) {
  return __stat_ret(__syscall(SYS_fstatat, dirfd, path, st, flags), st);
}
