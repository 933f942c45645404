// rmdir — removes an empty directory.
#include <fcntl.h>
#include <unistd.h>
#include <kern/syscall.h>

int rmdir(const char *path) {
  return __call(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}
