// getuid — the real user.
#include <unistd.h>
#include <kern/syscall.h>

uid_t getuid(void) {
  return __syscall(SYS_getuid);
}
