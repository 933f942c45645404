// fork — a copy of the calling process.
#include <unistd.h>
#include <kern/syscall.h>

pid_t fork(void) {
  return __syscall_ret(__kern_fork(0));
}
