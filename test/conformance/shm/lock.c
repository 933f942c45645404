// lock — SHM_LOCK and SHM_UNLOCK set and clear SHM_LOCKED in the mode; shmctl(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

static struct shmid_ds ds;

int main(void) {
  int id = MUST(shmget(IPC_PRIVATE, 4096, 0600));
  ERR(shmctl(id, SHM_LOCK, NULL));
  MUST(shmctl(id, IPC_STAT, &ds));
  say("mode %05o\n", ds.shm_perm.mode);
  ERR(shmctl(id, SHM_LOCK, NULL));
  ERR(shmctl(id, SHM_UNLOCK, NULL));
  MUST(shmctl(id, IPC_STAT, &ds));
  say("mode %05o\n", ds.shm_perm.mode);
  ERR(shmctl(id, SHM_UNLOCK, NULL));
  MUST(shmctl(id, IPC_RMID, NULL));
  ERR(shmctl(id, SHM_LOCK, NULL));
  return 0;
}
