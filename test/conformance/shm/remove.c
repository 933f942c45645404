// remove — IPC_RMID hides the key at once, the segment lives until the last detach and can still be attached.
// shmctl(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void) {
  key_t key = 0x53000000 + getpid();
  int id = MUST(shmget(key, 4096, IPC_CREAT | 0600));
  char *p = shmat(id, NULL, 0);
  strcpy(p, "still here");
  struct shmid_ds ds;
  ERR(shmctl(id, IPC_STAT, &ds));
  say("mode %04o\n", ds.shm_perm.mode & 07777);
  ERR(shmctl(id, IPC_RMID, NULL));
  ERR(shmctl(id, IPC_STAT, &ds));
  say("mode %04o key %s\n", ds.shm_perm.mode & 07777, ds.shm_perm.__key == IPC_PRIVATE ? "private" : "kept");
  OK(shmget(key, 0, 0));
  ERR(shmctl(id, IPC_RMID, NULL));
  char *q = shmat(id, NULL, 0);
  SHOW(q != (void *)-1);
  say("%s\n", q);
  CHILD("child", say("%s\n", p); ERR(shmdt(p)); ERR(shmdt(q)));
  // The key is free for another segment.
  int other = MUST(shmget(key, 100, IPC_CREAT | IPC_EXCL | 0600));
  SHOW(other != id);
  ERR(shmdt(p));
  ERR(shmctl(id, IPC_STAT, &ds));
  SHOW(ds.shm_nattch);
  ERR(shmdt(q));
  ERR(shmctl(id, IPC_STAT, &ds));
  PTR(shmat(id, NULL, 0));
  ERR(shmctl(other, IPC_RMID, NULL));
  ERR(shmctl(other, IPC_STAT, &ds));
  return 0;
}
