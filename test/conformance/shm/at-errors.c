// at-errors — bad ids, unaligned and occupied addresses, SHM_REMAP without one: EINVAL; shmat(2), shmdt(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>

int main(void) {
  int id = MUST(shmget(IPC_PRIVATE, 8192, 0600));
  char *hole = mmap(NULL, 16 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(hole, 16 * 4096));
  PTR(shmat(-1, NULL, 0));
  PTR(shmat(0x7fffffff, NULL, 0));
  PTR(shmat(id, hole + 1, 0));
  PTR(shmat(id, NULL, SHM_REMAP));
  SHOW(shmat(id, hole, 0) == hole);
  PTR(shmat(id, hole, 0));
  PTR(shmat(id, hole + 4096, 0));
  SHOW(shmat(id, hole + 8192 + 100, SHM_RND) == hole + 8192);
  hole[0] = 'x';
  SHOW(hole[8192] == 'x');
  ERR(shmdt(hole + 4096));
  ERR(shmdt(hole + 100));
  ERR(shmdt(hole + 5 * 4096));
  ERR(shmdt(NULL));
  ERR(shmdt(hole));
  ERR(shmdt(hole));
  ERR(shmdt(hole + 8192));
  ERR(shmctl(id, IPC_RMID, NULL));
  PTR(shmat(id, NULL, 0));
  return 0;
}
