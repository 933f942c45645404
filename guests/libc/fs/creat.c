// creat — opens a new or emptied file for writing.
#include <fcntl.h>
#undef creat64

int creat(const char *path, mode_t mode) {
  return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int creat64(const char *path, mode_t mode) __attribute__((alias("creat")));
