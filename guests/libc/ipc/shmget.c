// shmget — finds or makes a shared memory segment.
#include <sys/shm.h>
#include <kern/syscall.h>

int shmget(key_t key, size_t size, int flags) {
  return __call(SYS_shmget, key, size, flags);
}
