// getpid — the number of this process.
#include <unistd.h>
#include <kern/syscall.h>

pid_t getpid(void) {
  return __syscall(SYS_getpid);
}
