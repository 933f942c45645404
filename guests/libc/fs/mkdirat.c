// mkdirat — makes a directory, a relative path from another.
#include <sys/stat.h>
#include <kern/syscall.h>

int mkdirat(int dirfd, const char *path, mode_t mode) {
  return __call(SYS_mkdirat, dirfd, path, mode);
}
