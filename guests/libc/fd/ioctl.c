// ioctl — what one can ask of a device.
#include <stdarg.h>
#include <sys/ioctl.h>
#include <kern/syscall.h>

// An argument that was not passed must not be fetched: its address is NULL.
static int takes_argument(unsigned long request) {
  return request == TCGETS || request == TIOCGWINSZ || request == FIONREAD;
}

int ioctl(int fd, unsigned long request, ...) {
  void *arg = 0;
  va_list list;
  va_start(list, request);
  if (takes_argument(request)) arg = va_arg(list, void *);
  va_end(list);
  return __call(SYS_ioctl, fd, request, arg);
}
