// set — IPC_SET changes owner, group and the nine mode bits, nothing else; shmctl(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

static struct shmid_ds ds;

static void look(int id) {
  MUST(shmctl(id, IPC_STAT, &ds));
  say("uid %d gid %d cuid same %d mode %04o size %d\n", (int)ds.shm_perm.uid, (int)ds.shm_perm.gid,
      ds.shm_perm.cuid == geteuid(), ds.shm_perm.mode & 07777, (int)ds.shm_segsz);
}

int main(void) {
  int id = MUST(shmget(IPC_PRIVATE, 4096, 0600));
  MUST(shmctl(id, IPC_STAT, &ds));
  ds.shm_perm.uid = 1234;
  ds.shm_perm.gid = 5678;
  ds.shm_perm.cuid = 99;
  ds.shm_perm.mode = 07777;
  ds.shm_segsz = 1;
  ERR(shmctl(id, IPC_SET, &ds));
  look(id);
  ds.shm_perm.mode = 0;
  ERR(shmctl(id, IPC_SET, &ds));
  look(id);
  PTR(shmat(id, NULL, 0));
  ERR(shmctl(id, IPC_SET, NULL));
  ERR(shmctl(id, IPC_RMID, NULL));
  ERR(shmctl(id, IPC_SET, &ds));
  return 0;
}
