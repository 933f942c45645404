// isatty — whether a descriptor is a terminal; if not, errno says why.
#include <unistd.h>
#include <kern/syscall.h>

int __isatty(int fd) {
  char termios[64];
  return __call(SYS_ioctl, fd, TCGETS, termios) == 0;
}

int isatty(int fd) __attribute__((alias("__isatty")));
