// wait3 — wait4 for any child.
#include <sys/resource.h>
#include <sys/wait.h>
#include <kern/syscall.h>

pid_t wait3(int *status, int options, struct rusage *usage) {
  return wait4(-1, status, options, usage);
}
