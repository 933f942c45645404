// getrusage — the CPU time of this process; what the kernel does not count is 0.
#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

int getrusage(int who, struct rusage *usage) {
  clockid_t clock = who == RUSAGE_THREAD ? CLOCK_THREAD_CPUTIME_ID : CLOCK_PROCESS_CPUTIME_ID;
  struct timespec used;
  if (who != RUSAGE_SELF && who != RUSAGE_THREAD) {
    errno = who == RUSAGE_CHILDREN ? ENOSYS : EINVAL;
    return -1;
  }
  if (clock_gettime(clock, &used) < 0) return -1;
  memset(usage, 0, sizeof *usage);
  usage->ru_utime.tv_sec = used.tv_sec;
  usage->ru_utime.tv_usec = used.tv_nsec / 1000;
  return 0;
}
