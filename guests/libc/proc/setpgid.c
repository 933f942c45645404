// setpgid — moves a process into a process group.
#include <unistd.h>
#include <kern/syscall.h>

int setpgid(pid_t pid, pid_t pgid) {
  return __call(SYS_setpgid, pid, pgid);
}
