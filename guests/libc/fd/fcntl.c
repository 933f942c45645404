// fcntl — what one can ask of a descriptor.
#include <stdarg.h>
#include <fcntl.h>
#include <kern/syscall.h>

// Whether the command has a third argument: one that is not there must not be fetched, its address is NULL.
static int takes_argument(int cmd) {
  return cmd != F_GETFD && cmd != F_GETFL && cmd != F_GETPIPE_SZ && cmd <= F_GETPIPE_SZ;
}

int fcntl(int fd, int cmd, ...) {
  unsigned long arg = 0;
  va_list list;
  va_start(list, cmd);
  if (takes_argument(cmd)) arg = va_arg(list, unsigned long);
  va_end(list);
  return __call(SYS_fcntl, fd, cmd, arg);
}
