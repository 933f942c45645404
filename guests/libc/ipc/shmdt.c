// shmdt — detaches a segment.
#include <sys/shm.h>
#include <kern/syscall.h>

int shmdt(const void *addr) {
  return __call(SYS_shmdt, addr);
}
