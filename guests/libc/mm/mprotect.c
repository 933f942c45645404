// mprotect — changes what may be done with mapped pages.
#include <sys/mman.h>
#include <kern/syscall.h>

int mprotect(void *addr, size_t len, int prot) {
  return __call(SYS_mprotect, addr, len, prot);
}
