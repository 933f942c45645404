// open-flags — O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC and the access modes; open(2).
#include "../check.h"
#include <sys/stat.h>

static long long size(const char *name) {
  struct stat st;
  return stat(name, &st) < 0 ? -1 : (long long)st.st_size;
}

int main(void) {
  int fd = MUST(open("a", O_WRONLY | O_CREAT | O_EXCL, 0600));
  ERR(write(fd, "0123456789", 10));
  SHOW(fcntl(fd, F_GETFL) & O_ACCMODE);
  SHOW(fcntl(fd, F_GETFD));
  close(fd);
  fd = MUST(open("a", O_RDWR | O_CREAT, 0600));
  SHOW(size("a"));
  SHOW(fcntl(fd, F_GETFL) & O_ACCMODE);
  close(fd);
  fd = MUST(open("a", O_RDONLY | O_CLOEXEC));
  SHOW(fcntl(fd, F_GETFD));
  close(fd);
  fd = MUST(open("a", O_WRONLY | O_APPEND));
  ERR(lseek(fd, 0, SEEK_CUR));
  ERR(write(fd, "ab", 2));
  ERR(lseek(fd, 0, SEEK_CUR));
  ERR(lseek(fd, 3, SEEK_SET));
  ERR(write(fd, "cd", 2));
  ERR(lseek(fd, 0, SEEK_CUR));
  close(fd);
  SHOW(size("a"));
  fd = MUST(open("a", O_RDWR | O_TRUNC));
  SHOW(size("a"));
  ERR(write(fd, "x", 1));
  int again = MUST(open("a", O_WRONLY | O_TRUNC));
  SHOW(size("a"));
  ERR(write(fd, "y", 1));
  SHOW(size("a"));
  close(again);
  fd = MUST(open("a", O_RDONLY | O_CREAT | O_TRUNC, 0600));
  SHOW(size("a"));
  return 0;
}
