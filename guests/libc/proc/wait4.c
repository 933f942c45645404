// wait4 — waitpid that also tells what the child used.
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <kern/syscall.h>

static void convert(struct rusage *to, const struct krusage *from) {
  memset(to, 0, sizeof *to);
  to->ru_utime.tv_sec = from->ru_utime_sec;
  to->ru_utime.tv_usec = from->ru_utime_usec;
  to->ru_stime.tv_sec = from->ru_stime_sec;
  to->ru_stime.tv_usec = from->ru_stime_usec;
  to->ru_maxrss = from->ru_maxrss;
  to->ru_minflt = from->ru_minflt;
}

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage) {
  struct krusage raw;
  int r = __syscall(SYS_wait4, pid, status, options, usage ? &raw : 0);
  if (r > 0 && usage) convert(usage, &raw);
  return __syscall_ret(r);
}
