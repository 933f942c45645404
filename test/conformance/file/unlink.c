// unlink — the name goes at once, the open file stays until it is closed; errors; unlink(2).
#include "../check.h"
#include <sys/stat.h>

int main(void) {
  put_file("data", "0123456789", 0600);
  MUST(mkdir("folder", 0700));
  int fd = MUST(open("data", O_RDWR));
  ERR(unlink("data"));
  ERR(unlink("data"));
  ERR(access("data", F_OK));
  char buf[11] = "";
  ERR(read(fd, buf, 10));
  say("%s\n", buf);
  ERR(write(fd, "more", 4));
  ERR(lseek(fd, 0, SEEK_END));
  struct stat st;
  MUST(fstat(fd, &st));
  SHOW(st.st_nlink);
  put_file("data", "new", 0600);
  ERR(lseek(fd, 0, SEEK_END));
  ERR(unlink("folder"));
  ERR(unlink("absent"));
  ERR(unlink("data/below"));
  ERR(unlink(""));
  ERR(unlink("data/"));
  ERR(unlinkat(AT_FDCWD, "folder", AT_REMOVEDIR));
  ERR(unlinkat(AT_FDCWD, "data", AT_REMOVEDIR));
  ERR(unlinkat(AT_FDCWD, "data", 0));
  return 0;
}
