// cloexec — exec closes the descriptors with FD_CLOEXEC, keeps the others with their offsets.
// execve(2), fcntl(2).
// programs: fdstate
#include "../check.h"

int main(void) {
  put_file("data", "0123456789", 0600);
  int fd = MUST(open("data", O_RDONLY));
  MUST(lseek(fd, 3, SEEK_SET));
  MUST(dup2(fd, 20));
  MUST(dup3(fd, 21, O_CLOEXEC));
  MUST(dup2(fd, 22));
  MUST(fcntl(22, F_SETFD, FD_CLOEXEC));
  MUST(dup2(fd, 23));
  MUST(fcntl(23, F_SETFD, FD_CLOEXEC));
  MUST(fcntl(23, F_SETFD, 0));
  MUST(dup2(open("data", O_RDONLY | O_CLOEXEC), 24));
  CHILD("exec", execl(program("fdstate"), "fdstate", "20", "21", "22", "23", "24", (char *)NULL));
  // A failed exec closes nothing.
  CHILD("failed exec",
    ERR(execl("absent", "absent", (char *)NULL));
    SHOW(fcntl(21, F_GETFD));
    SHOW(fcntl(22, F_GETFD)));
  return 0;
}
