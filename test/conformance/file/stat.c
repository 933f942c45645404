// stat — type, size, links, owner and that one file is one inode by every name of it.
// stat(2), fstat(2), lstat(2).
#include "../check.h"
#include <sys/stat.h>

int main(void) {
  struct stat a, b, c;
  put_file("data", "0123456789", 0640);
  MUST(mkdir("folder", 0750));
  int fd = MUST(open("data", O_RDONLY));
  ERR(stat("data", &a));
  ERR(fstat(fd, &b));
  ERR(lstat("./folder/../data", &c));
  SHOW(a.st_size);
  SHOW(S_ISREG(a.st_mode));
  SHOW(a.st_nlink);
  SHOW(a.st_uid == geteuid() && a.st_gid == getegid());
  SHOW(a.st_ino == b.st_ino && b.st_ino == c.st_ino);
  SHOW(a.st_dev == b.st_dev && b.st_dev == c.st_dev);
  SHOW(a.st_mode == b.st_mode && b.st_mode == c.st_mode);
  SHOW(a.st_blksize > 0);
  SHOW(a.st_mtime > 1000000000);
  ERR(stat("folder", &b));
  SHOW(S_ISDIR(b.st_mode));
  SHOW(a.st_ino == b.st_ino);
  ERR(stat("folder/", &b));
  ERR(stat(".", &b));
  ERR(stat("data/", &b));
  ERR(stat("absent", &b));
  ERR(stat("data/below", &b));
  ERR(stat("", &b));
  ERR(fstat(99, &b));
  ERR(fstatat(AT_FDCWD, "data", &b, 0));
  ERR(fstatat(99, "data", &b, 0));
  ERR(fstatat(fd, "", &b, AT_EMPTY_PATH));
  SHOW(a.st_ino == b.st_ino);
  return 0;
}
