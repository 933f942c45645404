// openat — opens a file, a relative path from a directory.
#include <stdarg.h>
#include <fcntl.h>
#include <kern/syscall.h>

int openat(int dirfd, const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = (flags & O_CREAT) ? va_arg(list, mode_t) : 0;
  va_end(list);
  return __call(SYS_openat, dirfd, path, flags, mode);
}
