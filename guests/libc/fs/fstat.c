// fstat — what an open file is.

#include "stat.h"

int fstat(int fd, struct stat *st) {
  struct kstat raw;
  return __stat_ret(__syscall(SYS_fstat, fd, &raw), &raw, st);
}
