// creat — opens a new or emptied file for writing.
#include <fcntl.h>
#include <kern/syscall.h>

int creat(const char *path, mode_t mode) {
  return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
