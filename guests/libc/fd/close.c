// close — gives a descriptor up.
#include <unistd.h>
#include <kern/syscall.h>

int close(int fd) {
  return __call(SYS_close, fd);
}
