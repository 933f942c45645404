// ctl-errors — unknown ids and commands EINVAL, bad addresses EFAULT; shmctl(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>

int main(void) {
  struct shmid_ds ds;
  int id = MUST(shmget(IPC_PRIVATE, 4096, 0600));
  void *gone = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 4096));
  ERR(shmctl(-1, IPC_STAT, &ds));
  ERR(shmctl(0x7fffffff, IPC_STAT, &ds));
  ERR(shmctl(0x7fffffff, IPC_RMID, NULL));
  ERR(shmctl(0x7fffffff, IPC_SET, &ds));
  ERR(shmctl(id, 99, &ds));
  ERR(shmctl(id, -1, &ds));
  ERR(shmctl(id, IPC_STAT, gone));
  ERR(shmctl(id, IPC_SET, gone));
  ERR(shmctl(id, IPC_RMID, gone));
  ERR(shmctl(id, IPC_STAT, &ds));
  // The index is used again, the id is not.
  int next = MUST(shmget(IPC_PRIVATE, 4096, 0600));
  SHOW(next != id);
  ERR(shmctl(id, IPC_STAT, &ds));
  ERR(shmctl(next, IPC_RMID, NULL));
  return 0;
}
