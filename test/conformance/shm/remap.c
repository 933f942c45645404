// remap — SHM_REMAP puts a segment over what is mapped there, and over another attach; shmat(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>

int main(void) {
  int a = MUST(shmget(IPC_PRIVATE, 4096, 0600)), b = MUST(shmget(IPC_PRIVATE, 4096, 0600));
  char *p = mmap(NULL, 3 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memset(p, 'm', 3 * 4096);
  SHOW(shmat(a, p + 4096, SHM_REMAP) == p + 4096);
  say("%c%d%c\n", p[0], p[4096], p[8192]);
  p[4096] = 'a';
  SHOW(shmat(b, p + 4096, SHM_REMAP) == p + 4096);
  SHOW(p[4096]);
  struct shmid_ds ds;
  MUST(shmctl(a, IPC_STAT, &ds));
  SHOW(ds.shm_nattch);
  char *q = shmat(a, NULL, 0);
  say("%c\n", q[0]);
  ERR(shmdt(q));
  ERR(shmdt(p + 4096));
  CHILD("detached", p[4096] = 1);
  say("%c%c\n", p[0], p[8192]);
  ERR(shmctl(a, IPC_RMID, NULL));
  ERR(shmctl(b, IPC_RMID, NULL));
  return 0;
}
