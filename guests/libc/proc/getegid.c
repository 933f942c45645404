// getegid — the effective group.
#include <unistd.h>
#include <kern/syscall.h>

gid_t getegid(void) {
  return __syscall(SYS_getegid);
}
