// memory — a segment starts as zeros, two attaches show the same bytes, up to the end of the last page.
// shmat(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void) {
  int id = MUST(shmget(IPC_PRIVATE, 5000, 0600));
  char *p = shmat(id, NULL, 0), *q = shmat(id, NULL, 0);
  SHOW(p != (void *)-1 && q != (void *)-1 && p != q);
  SHOW(((uintptr_t)p | (uintptr_t)q) % 4096);
  int sum = 0;
  for (int i = 0; i < 8192; i++) sum += p[i] != 0;
  SHOW(sum);
  strcpy(p + 4090, "over the page");
  say("%s\n", q + 4090);
  q[8191] = 'e';
  SHOW(p[8191] == 'e');
  ERR(shmdt(p));
  say("%s\n", q + 4090);
  CHILD("detached", p[0] = 1);
  ERR(shmdt(q));
  p = shmat(id, NULL, 0);
  say("%s\n", p + 4090);
  ERR(shmdt(p));
  ERR(shmctl(id, IPC_RMID, NULL));
  return 0;
}
