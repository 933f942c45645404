// mkdir — makes a directory.
#include <fcntl.h>
#include <sys/stat.h>
#include <kern/syscall.h>

int mkdir(const char *path, mode_t mode) {
  return __call(SYS_mkdirat, AT_FDCWD, path, mode);
}
