// munmap — removes mappings.
#include <sys/mman.h>
#include <kern/syscall.h>

int munmap(void *addr, size_t len) {
  return __call(SYS_munmap, addr, len);
}
