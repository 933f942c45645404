// read-write — bytes written come back, zero lengths do nothing, wrong modes EBADF; read(2), write(2).
#include "../check.h"

int main(void) {
  char buf[32] = "";
  int fd = MUST(open("data", O_RDWR | O_CREAT | O_EXCL, 0644));
  ERR(write(fd, "hello world", 11));
  ERR(read(fd, buf, sizeof buf));
  ERR(lseek(fd, 6, SEEK_SET));
  ERR(read(fd, buf, 3));
  ERR(read(fd, buf + 3, 30));
  say("%s\n", buf);
  ERR(read(fd, buf, 1));
  ERR(write(fd, NULL, 0));
  ERR(read(fd, NULL, 0));
  ERR(lseek(fd, 2, SEEK_SET));
  ERR(write(fd, "LL", 2));
  ERR(pread(fd, buf, 11, 0));
  say("%.11s\n", buf);
  int in = MUST(open("data", O_RDONLY)), out = MUST(open("data", O_WRONLY));
  ERR(write(in, "x", 1));
  ERR(read(out, buf, 1));
  ERR(write(in, "x", 0));
  ERR(read(out, buf, 0));
  ERR(read(-1, buf, 1));
  ERR(write(99, buf, 1));
  return 0;
}
