// msync — writes mapped pages back.
#include <sys/mman.h>
#include <kern/syscall.h>

int msync(void *addr, size_t len, int flags) {
  return __call(SYS_msync, addr, len, flags);
}
