// getpgrp — the process group of the caller.
#include <unistd.h>
#include <kern/syscall.h>

pid_t getpgrp(void) {
  return __syscall(SYS_getpgid, 0);
}
