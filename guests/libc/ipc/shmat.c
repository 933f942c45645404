// shmat — attaches a segment; (void *)-1 on error.
#include <sys/shm.h>
#include <kern/syscall.h>

void *shmat(int id, const void *addr, int flags) {
  return (void *)__call(SYS_shmat, id, addr, flags);
}
