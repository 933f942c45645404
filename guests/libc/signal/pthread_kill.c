// pthread_kill — sends a signal to a thread: there is one yet, the caller. The result is an error number.
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <kern/syscall.h>

int pthread_kill(pthread_t thread, int sig) {
  if (!pthread_equal(thread, pthread_self())) return ESRCH;
  return -__syscall(SYS_tkill, __syscall(SYS_gettid), sig);
}
