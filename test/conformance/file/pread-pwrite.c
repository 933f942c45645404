// pread-pwrite — read and write at an offset and leave the position; negative offsets EINVAL; pread(2).
#include "../check.h"

int main(void) {
  int fd = MUST(open("data", O_RDWR | O_CREAT, 0600));
  char buf[20] = "";
  ERR(write(fd, "0123456789", 10));
  ERR(lseek(fd, 3, SEEK_SET));
  ERR(pread(fd, buf, 4, 6));
  say("%s\n", buf);
  ERR(pread(fd, buf, 10, 8));
  ERR(pread(fd, buf, 10, 10));
  ERR(pread(fd, buf, 10, 1000));
  ERR(pread(fd, buf, 1, -1));
  ERR(pwrite(fd, "x", 1, -1));
  ERR(pwrite(fd, "AB", 2, 1));
  ERR(pwrite(fd, "end", 3, 15));
  ERR(lseek(fd, 0, SEEK_CUR));
  ERR(pread(fd, buf, 20, 0));
  for (int i = 0; i < 18; i++) say("%c", buf[i] ? buf[i] : '.');
  say("\n");
  ERR(pread(99, buf, 1, 0));
  ERR(pread(99, buf, 1, -1));
  int out = MUST(open("data", O_WRONLY));
  ERR(pread(out, buf, 1, 0));
  return 0;
}
