// fcntl — what one can ask of a descriptor.
#include <stdarg.h>
#include <fcntl.h>
#include <kern/syscall.h>

int fcntl(int fd, int cmd, ...) {
  va_list list;
  va_start(list, cmd);
  unsigned long arg = va_arg(list, unsigned long);
  va_end(list);
  return __call(SYS_fcntl, fd, cmd, arg);
}
