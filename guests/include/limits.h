// limits.h — the sysroot's and Linux's limits of pipes and lines.
#ifndef _QUIRE_LIMITS_H
#define _QUIRE_LIMITS_H
#include_next <limits.h>
#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
  defined(_BSD_SOURCE)
#define PIPE_BUF 4096
#define LINE_MAX 2048
#define LOGIN_NAME_MAX 256
#undef HOST_NAME_MAX
#define HOST_NAME_MAX 64
#undef NGROUPS_MAX
#define NGROUPS_MAX 65536
#endif
#endif
