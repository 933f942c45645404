// setsid — begins a session and a process group.
#include <unistd.h>
#include <kern/syscall.h>

pid_t setsid(void) {
  return __call(SYS_setsid);
}
