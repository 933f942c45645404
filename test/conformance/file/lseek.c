// lseek — SEEK_SET, SEEK_CUR, SEEK_END, beyond the end and before the start; lseek(2).
#include "../check.h"

int main(void) {
  put_file("data", "0123456789", 0600);
  int fd = MUST(open("data", O_RDWR));
  char c;
  ERR(lseek(fd, 4, SEEK_SET));
  ERR(lseek(fd, 3, SEEK_CUR));
  ERR(lseek(fd, -2, SEEK_CUR));
  ERR(lseek(fd, -1, SEEK_END));
  ERR(read(fd, &c, 1));
  ERR(lseek(fd, -11, SEEK_END));
  ERR(lseek(fd, -100, SEEK_CUR));
  ERR(lseek(fd, -1, SEEK_SET));
  ERR(lseek(fd, 0, SEEK_CUR));
  ERR(lseek(fd, 0, 99));
  ERR(lseek(fd, 5000000000LL, SEEK_SET));
  ERR(read(fd, &c, 1));
  ERR(lseek(fd, 0, SEEK_END));
  ERR(lseek(fd, 5, SEEK_END));
  ERR(write(fd, "x", 1));
  ERR(lseek(fd, 0, SEEK_END));
  ERR(lseek(fd, 12, SEEK_SET));
  ERR(read(fd, &c, 1));
  SHOW(c);
  ERR(lseek(99, 0, SEEK_SET));
  ERR(lseek(99, 0, 99));
  return 0;
}
