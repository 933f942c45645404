// unlinkat — unlink, or with AT_REMOVEDIR rmdir, a relative path from a directory.
#include <unistd.h>
#include <kern/syscall.h>

int unlinkat(int dirfd, const char *path, int flags) {
  return __call(SYS_unlinkat, dirfd, path, flags);
}
