// vfork — as fork; the parent waits until the child has its own program or has ended.
#include <unistd.h>
#include <kern/syscall.h>

pid_t vfork(void) {
  return __syscall_ret(__kern_fork(1));
}
