// gettid — the number of this thread.
#include <sys/types.h>
#include <kern/syscall.h>

pid_t gettid(void) {
  return __syscall(SYS_gettid);
}
