// open_nomode — fopen and its like open files with this: WASI's flags, mode 0666.
#include <fcntl.h>
#include <kern/syscall.h>

#include "flags.h"

static int linux_flags(int flags) {
  int result = O_RDONLY;
  if (flags & WASI_O_WRONLY) result = (flags & WASI_O_RDONLY) ? O_RDWR : O_WRONLY;
  if (flags & WASI_O_APPEND) result |= O_APPEND;
  if (flags & WASI_O_NONBLOCK) result |= O_NONBLOCK;
  if (flags & WASI_O_CREAT) result |= O_CREAT;
  if (flags & WASI_O_DIRECTORY) result |= O_DIRECTORY;
  if (flags & WASI_O_EXCL) result |= O_EXCL;
  if (flags & WASI_O_TRUNC) result |= O_TRUNC;
  if (flags & WASI_O_NOFOLLOW) result |= O_NOFOLLOW;
  return result;
}

int __wasilibc_open_nomode(const char *path, int flags) {
  return __call(SYS_openat, AT_FDCWD, path, linux_flags(flags), 0666);
}
