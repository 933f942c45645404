// fstat — what an open file is.

#include "stat.h"

int fstat(int fd, struct stat *st) {
  return __stat_ret(__syscall(SYS_fstat, fd, st), st);
}
