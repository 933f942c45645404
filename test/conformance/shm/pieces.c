// pieces — munmap of the middle of an attach leaves two mappings, each counted; shmdt takes all that is left.
// shmdt(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>

static int id;

static int attached(void) {
  struct shmid_ds ds;
  MUST(shmctl(id, IPC_STAT, &ds));
  return ds.shm_nattch;
}

int main(void) {
  id = MUST(shmget(IPC_PRIVATE, 5 * 4096, 0600));
  char *p = shmat(id, NULL, 0);
  for (int i = 0; i < 5; i++) p[i * 4096] = 'a' + i;
  SHOW(attached());
  ERR(munmap(p + 2 * 4096, 4096));
  SHOW(attached());
  CHILD("the hole", p[2 * 4096] = 1);
  say("%c%c%c%c\n", p[0], p[4096], p[3 * 4096], p[4 * 4096]);
  ERR(munmap(p + 4 * 4096, 4096));
  SHOW(attached());
  ERR(shmdt(p));
  SHOW(attached());
  CHILD("all gone", p[3 * 4096] = 1);
  p = shmat(id, NULL, 0);
  say("%c%c\n", p[2 * 4096], p[4 * 4096]);
  ERR(munmap(p, 5 * 4096));
  SHOW(attached());
  // mprotect of a part splits too.
  p = shmat(id, NULL, 0);
  ERR(mprotect(p + 4096, 4096, PROT_READ));
  SHOW(attached());
  CHILD("read-only part", p[4096] = 1);
  CHILD("the rest", p[0] = p[2 * 4096] = 1);
  ERR(shmdt(p));
  SHOW(attached());
  MUST(shmctl(id, IPC_RMID, NULL));
  return 0;
}
