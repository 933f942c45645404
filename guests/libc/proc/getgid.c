// getgid — the real group.
#include <unistd.h>
#include <kern/syscall.h>

gid_t getgid(void) {
  return __syscall(SYS_getgid);
}
