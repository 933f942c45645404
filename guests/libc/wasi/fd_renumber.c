// fd_renumber — moves a descriptor over another, for freopen.
#include <unistd.h>

int __wasilibc_fd_renumber(int fd, int to) {
  if (fd == to) return 0;
  if (dup2(fd, to) < 0) return -1;
  return close(fd);
}
