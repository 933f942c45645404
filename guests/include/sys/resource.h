// sys/resource.h — what a process has used.
#ifndef _SYS_RESOURCE_H
#define _SYS_RESOURCE_H
#include <features.h>
#include <sys/time.h>
#define __NEED_id_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RUSAGE_SELF 0
#define RUSAGE_CHILDREN (-1)
#define RUSAGE_THREAD 1

struct rusage {
  struct timeval ru_utime;
  struct timeval ru_stime;
  long ru_maxrss, ru_ixrss, ru_idrss, ru_isrss;
  long ru_minflt, ru_majflt, ru_nswap;
  long ru_inblock, ru_oublock;
  long ru_msgsnd, ru_msgrcv, ru_nsignals;
  long ru_nvcsw, ru_nivcsw;
  long __reserved[16];
};

// CPU time and nothing else; of children: ENOSYS (wait4 tells theirs).
int getrusage(int, struct rusage *);

#ifdef __cplusplus
}
#endif
#endif
