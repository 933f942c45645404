// umask — the permissions new files never get.
#include <sys/stat.h>
#include <kern/syscall.h>

mode_t umask(mode_t mask) {
  return __syscall(SYS_umask, mask);
}
