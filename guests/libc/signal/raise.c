// raise — sends a signal to the calling thread.
#include <signal.h>
#include <kern/syscall.h>

int raise(int sig) {
  return __call(SYS_tgkill, __syscall(SYS_getpid), __syscall(SYS_gettid), sig);
}
