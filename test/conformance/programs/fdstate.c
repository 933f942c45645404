// fdstate — says for each descriptor number given whether it is open, and its position.
#include "../check.h"

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    int fd = atoi(argv[i]);
    int flags = fcntl(fd, F_GETFD);
    if (flags < 0) say("fd %s: %s\n", argv[i], errname(errno));
    long long at = lseek(fd, 0, SEEK_CUR);
    if (flags >= 0) say("fd %s: open, FD_CLOEXEC %d, offset %lld\n", argv[i], flags & FD_CLOEXEC, at);
  }
  return 0;
}
