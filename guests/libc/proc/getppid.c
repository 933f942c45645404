// getppid — the number of the parent.
#include <unistd.h>
#include <kern/syscall.h>

pid_t getppid(void) {
  return __syscall(SYS_getppid);
}
