// getpgid — the process group of a process; pid 0 is the caller.
#include <unistd.h>
#include <kern/syscall.h>

pid_t getpgid(pid_t pid) {
  return __call(SYS_getpgid, pid);
}
