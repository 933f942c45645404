// faccessat — access, a relative path from a directory.
#include <fcntl.h>
#include <unistd.h>
#include <kern/syscall.h>

int faccessat(int dirfd, const char *path, int mode, int flags) {
  return __call(SYS_faccessat, dirfd, path, mode, flags);
}
