// mmap — maps memory into the window.
#include <errno.h>
#include <sys/mman.h>
#include <kern/syscall.h>

void *mmap(void *addr, size_t len, int prot, int flags, int fd, off_t offset) {
  if (offset & 4095) {
    errno = EINVAL;
    return MAP_FAILED;
  }
  if (offset < 0 || offset >> 12 > 0xffffffff) {
    errno = EOVERFLOW;
    return MAP_FAILED;
  }
  return (void *)__call(SYS_mmap, addr, len, prot, flags, fd, offset >> 12);
}
