// tgkill — sends a signal to one thread.
#include <sys/types.h>
#include <kern/syscall.h>

int tgkill(pid_t process, pid_t thread, int sig) {
  return __call(SYS_tgkill, process, thread, sig);
}
