// unlink — removes a name of a file.
#include <fcntl.h>
#include <unistd.h>
#include <kern/syscall.h>

int unlink(const char *path) {
  return __call(SYS_unlinkat, AT_FDCWD, path, 0);
}
