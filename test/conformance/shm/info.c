// info — IPC_INFO, SHM_INFO, SHM_STAT and SHM_STAT_ANY: limits, usage, a segment by its index; shmctl(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

#ifndef SHM_STAT_ANY
#define SHM_STAT_ANY 15
#endif

int main(void) {
  struct shminfo limits;
  struct shm_info usage;
  struct shmid_ds ds;
  key_t key = 0x55000000 + getpid();
  int id = MUST(shmget(key, 12345, IPC_CREAT | 0600));
  int highest = MUST(shmctl(0, IPC_INFO, (struct shmid_ds *)&limits));
  SHOW(limits.shmmin);
  SHOW(limits.shmmni);
  SHOW(limits.shmmax >= 1 << 20);
  SHOW(highest >= 0);
  SHOW(shmctl(0, SHM_INFO, (struct shmid_ds *)&usage) == highest);
  SHOW(usage.used_ids >= 1);
  SHOW(usage.shm_tot >= 4);
  int found = -1, any = -1;
  for (int i = 0; i <= highest; i++) {
    if (shmctl(i, SHM_STAT, &ds) == id) found = ds.shm_segsz;
    if (shmctl(i, SHM_STAT_ANY, &ds) == id) any = ds.shm_segsz;
  }
  SHOW(found);
  SHOW(any);
  ERR(shmctl(30000, SHM_STAT, &ds));
  ERR(shmctl(-1, SHM_STAT, &ds));
  ERR(shmctl(0, IPC_INFO, NULL));
  ERR(shmctl(0, SHM_INFO, NULL));
  ERR(shmctl(id, IPC_RMID, NULL));
  return 0;
}
