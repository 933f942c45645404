// read-only — a store through an attach with SHM_RDONLY is SIGSEGV; others may write the same segment.
// shmat(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void) {
  int id = MUST(shmget(IPC_PRIVATE, 4096, 0600));
  volatile char *w = shmat(id, NULL, 0), *r = shmat(id, NULL, SHM_RDONLY);
  w[0] = 'a';
  say("%c\n", r[0]);
  CHILD("store", r[0] = 'b');
  CHILD("fresh page", r[2000] = 'b');
  CHILD("other attach", w[0] = 'c');
  say("%c\n", r[0]);
  int p[2];
  MUST(pipe(p));
  MUST(write(p[1], "k", 1));
  ERR(read(p[0], (char *)r, 1));
  ERR(read(p[0], (char *)w, 1));
  say("%c\n", r[0]);
  MUST(shmdt((char *)w));
  MUST(shmdt((char *)r));
  MUST(shmctl(id, IPC_RMID, NULL));
  return 0;
}
