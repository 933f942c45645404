// bad-addresses — buffers, paths and results at addresses that are not there: EFAULT.
// read(2), open(2), stat(2).
#include "../check.h"
#include <sys/mman.h>
#include <sys/stat.h>

int main(void) {
  char *gone = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 8192));
  int fd = MUST(open("data", O_RDWR | O_CREAT, 0600));
  ERR(write(fd, gone, 10));
  ERR(lseek(fd, 0, SEEK_END));
  ERR(write(fd, "0123456789", 10));
  ERR(lseek(fd, 0, SEEK_SET));
  ERR(read(fd, gone, 10));
  ERR(read(fd, NULL, 10));
  ERR(lseek(fd, 0, SEEK_CUR));
  ERR(open(gone, O_RDONLY));
  ERR(open(NULL, O_RDONLY));
  ERR(stat(gone, (struct stat *)&fd));
  ERR(chdir(gone));
  ERR(mkdir(gone, 0700));
  ERR(unlink(gone));
  ERR(access(gone, F_OK));
  return 0;
}
