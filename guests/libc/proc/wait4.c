// wait4 — waitpid that also tells what the child used.
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <kern/syscall.h>

_Static_assert(sizeof(struct krusage) <= sizeof(struct rusage), "a krusage fits where a rusage goes");

// In place: the kernel writes to the program's own address, so that a bad one is EFAULT.
static void convert(struct rusage *usage) {
  struct krusage from;
  memcpy(&from, usage, sizeof from);
  memset(usage, 0, sizeof *usage);
  usage->ru_utime.tv_sec = from.ru_utime_sec;
  usage->ru_utime.tv_usec = from.ru_utime_usec;
  usage->ru_stime.tv_sec = from.ru_stime_sec;
  usage->ru_stime.tv_usec = from.ru_stime_usec;
  usage->ru_maxrss = from.ru_maxrss;
  usage->ru_minflt = from.ru_minflt;
}

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage) {
  int r = __syscall(SYS_wait4, pid, status, options, usage);
  if (r > 0 && usage) convert(usage);
  return __syscall_ret(r);
}
