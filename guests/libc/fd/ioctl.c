// ioctl — what one can ask of a device.
#include <stdarg.h>
#include <sys/ioctl.h>
#include <kern/syscall.h>

int ioctl(int fd, unsigned long request, ...) {
  va_list list;
  va_start(list, request);
  void *arg = va_arg(list, void *);
  va_end(list);
  return __call(SYS_ioctl, fd, request, arg);
}
