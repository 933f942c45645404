// access — whether a file may be read, written, executed.
#include <fcntl.h>
#include <unistd.h>
#include <kern/syscall.h>

int access(const char *path, int mode) {
  return __call(SYS_faccessat, AT_FDCWD, path, mode, 0);
}
