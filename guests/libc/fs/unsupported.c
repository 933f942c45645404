// unsupported — file calls the kernel has nothing for yet: they fail with ENOSYS.
#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <utime.h>
#include <unistd.h>

#define UNSUPPORTED(type, name, failure, ...) \
  type name(__VA_ARGS__) {                    \
    errno = ENOSYS;                           \
    return failure;                           \
  }

UNSUPPORTED(int, chmod, -1, const char *path, mode_t mode)
UNSUPPORTED(int, fchmod, -1, int fd, mode_t mode)
UNSUPPORTED(int, fchmodat, -1, int dirfd, const char *path, mode_t mode, int flags)
UNSUPPORTED(int, statvfs, -1, const char *restrict path, struct statvfs *restrict st)
UNSUPPORTED(int, fstatvfs, -1, int fd, struct statvfs *st)
UNSUPPORTED(int, link, -1, const char *from, const char *to)
UNSUPPORTED(int, linkat, -1, int dirfd, const char *from, int todirfd, const char *to, int flags)
UNSUPPORTED(int, symlink, -1, const char *target, const char *path)
UNSUPPORTED(int, symlinkat, -1, const char *target, int dirfd, const char *path)
UNSUPPORTED(ssize_t, readlink, -1, const char *restrict path, char *restrict buf, size_t n)
UNSUPPORTED(ssize_t, readlinkat, -1, int dirfd, const char *restrict path, char *restrict buf, size_t n)
UNSUPPORTED(int, rename, -1, const char *from, const char *to)
UNSUPPORTED(int, renameat, -1, int dirfd, const char *from, int todirfd, const char *to)
UNSUPPORTED(int, utime, -1, const char *path, const struct utimbuf *times)
UNSUPPORTED(int, utimes, -1, const char *path, const struct timeval times[2])
UNSUPPORTED(int, utimensat, -1, int dirfd, const char *path, const struct timespec times[2], int flags)
UNSUPPORTED(int, futimens, -1, int fd, const struct timespec times[2])
UNSUPPORTED(DIR *, opendir, 0, const char *path)
UNSUPPORTED(DIR *, fdopendir, 0, int fd)
UNSUPPORTED(DIR *, opendirat, 0, int dirfd, const char *path)
UNSUPPORTED(int, scandirat, -1, int dirfd, const char *path, struct dirent ***list,
            int (*select)(const struct dirent *),
            int (*compare)(const struct dirent **, const struct dirent **))
UNSUPPORTED(int, scandir, -1, const char *path, struct dirent ***list, int (*select)(const struct dirent *),
            int (*compare)(const struct dirent **, const struct dirent **))
