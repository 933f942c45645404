// tell — the offset of an open file, for ftell.
#include <unistd.h>

off_t __wasilibc_tell(int fd) {
  return lseek(fd, 0, SEEK_CUR);
}
