// shared-offset — a descriptor inherited by fork shares its offset and status flags, not its FD_CLOEXEC.
// fork(2).
#include "../check.h"

int main(void) {
  put_file("data", "abcdefghij", 0600);
  int fd = MUST(open("data", O_RDWR));
  char c = 0;
  MUST(read(fd, &c, 1));
  CHILD("child",
    read(fd, &c, 1);
    say("child read %c\n", c);
    fcntl(fd, F_SETFL, O_APPEND);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    lseek(fd, 2, SEEK_CUR));
  read(fd, &c, 1);
  say("parent read %c\n", c);
  SHOW((fcntl(fd, F_GETFL) & O_APPEND) != 0);
  SHOW(fcntl(fd, F_GETFD));
  CHILD("child", close(fd));
  ERR(lseek(fd, 0, SEEK_CUR));
  return 0;
}
