// geteuid — the effective user.
#include <unistd.h>
#include <kern/syscall.h>

uid_t geteuid(void) {
  return __syscall(SYS_geteuid);
}
