// open-errors — the errno of each open that fails, and that nothing is created by it; open(2).
#include "../check.h"
#include <sys/stat.h>

int main(void) {
  char name[300], path[5000];
  put_file("file", "x", 0600);
  MUST(mkdir("folder", 0700));
  memset(name, 'n', 256);
  name[256] = 0;
  memset(path, '/', 4999);
  path[4999] = 0;
  ERR(open("absent", O_RDONLY));
  ERR(open("absent", O_WRONLY | O_TRUNC));
  ERR(open("absent/below", O_RDWR | O_CREAT, 0600));
  ERR(open("file/below", O_RDONLY));
  ERR(open("file/", O_RDONLY));
  ERR(open("file/below", O_RDWR | O_CREAT, 0600));
  ERR(open("file", O_RDWR | O_CREAT | O_EXCL, 0600));
  ERR(open("folder", O_RDWR | O_CREAT | O_EXCL, 0600));
  ERR(open("folder", O_WRONLY));
  ERR(open("folder", O_RDWR));
  ERR(open("folder", O_RDONLY | O_CREAT, 0600));
  ERR(open("new/", O_RDWR | O_CREAT, 0600));
  ERR(open("file", O_RDONLY | O_DIRECTORY));
  ERR(open("absent", O_RDONLY | O_DIRECTORY));
  ERR(open("", O_RDONLY));
  ERR(open("", O_RDWR | O_CREAT, 0600));
  ERR(open(name, O_RDONLY));
  ERR(open(name, O_RDWR | O_CREAT, 0600));
  ERR(open(path, O_RDONLY));
  ERR(access("new", F_OK));
  int fd = MUST(open("folder", O_RDONLY | O_DIRECTORY));
  ERR(read(fd, name, 10));
  ERR(write(fd, name, 10));
  return 0;
}
