// sysconf — limits and options: the library's own here, the machine's from the kernel.
#include <limits.h>
#include <unistd.h>
#include <kern/syscall.h>

#define POSIX_2008 200809

long sysconf(int name) {
  switch (name) {
    case _SC_NGROUPS_MAX:
      return NGROUPS_MAX;
    case _SC_STREAM_MAX:
      return 16;
    case _SC_TZNAME_MAX:
      return TZNAME_MAX;
    case _SC_LINE_MAX:
      return LINE_MAX;
    case _SC_HOST_NAME_MAX:
      return HOST_NAME_MAX;
    case _SC_LOGIN_NAME_MAX:
      return LOGIN_NAME_MAX;
    case _SC_JOB_CONTROL:
    case _SC_SAVED_IDS:
      return 1;
    case _SC_VERSION:
    case _SC_MAPPED_FILES:
    case _SC_MEMORY_PROTECTION:
    case _SC_MONOTONIC_CLOCK:
    case _SC_CPUTIME:
    case _SC_SPAWN:
      return POSIX_2008;
    default:
      return __call(SYS_sysconf, name);
  }
}
