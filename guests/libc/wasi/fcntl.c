// fcntl — fcntl as fdopen and freopen of libc.a know it: status flags by WASI's numbers.
#include <stdarg.h>
#include <kern/syscall.h>

#include "flags.h"

static int wasi_status(int flags) {
  return ((flags & O_APPEND) ? WASI_O_APPEND : 0) | ((flags & O_NONBLOCK) ? WASI_O_NONBLOCK : 0);
}

static int linux_status(int flags) {
  return ((flags & WASI_O_APPEND) ? O_APPEND : 0) | ((flags & WASI_O_NONBLOCK) ? O_NONBLOCK : 0);
}

int fcntl(int fd, int cmd, ...) {
  int arg = 0;
  va_list list;
  va_start(list, cmd);
  // An argument that was not passed must not be fetched: its address is NULL.
  if (cmd == F_SETFL || cmd == F_SETFD) arg = va_arg(list, int);
  va_end(list);
  if (cmd == F_SETFL) return __call(SYS_fcntl, fd, cmd, linux_status(arg));
  int r = __call(SYS_fcntl, fd, cmd, arg);
  return cmd == F_GETFL && r >= 0 ? wasi_status(r) : r;
}
