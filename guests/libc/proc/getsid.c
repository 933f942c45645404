// getsid — the session of a process; pid 0 is the caller.
#include <unistd.h>
#include <kern/syscall.h>

pid_t getsid(pid_t pid) {
  return __call(SYS_getsid, pid);
}
