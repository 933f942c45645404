// by-key — a program that shares nothing but the key finds the segment and its bytes; shmget(2), execve(2).
// programs: shmpeer
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void) {
  key_t key = 0x52000000 + getpid();
  int id = MUST(shmget(key, 4096, IPC_CREAT | IPC_EXCL | 0600));
  char *p = shmat(id, NULL, 0);
  strcpy(p, "written by the first program");
  char text[20];
  snprintf(text, sizeof text, "%u", (unsigned)key);
  CHILD("peer", execl(program("shmpeer"), "shmpeer", text, (char *)NULL));
  say("first reads \"%s\"\n", p + 100);
  struct shmid_ds ds;
  MUST(shmctl(id, IPC_STAT, &ds));
  SHOW(ds.shm_nattch);
  ERR(shmdt(p));
  ERR(shmctl(id, IPC_RMID, NULL));
  CHILD("peer, too late", execl(program("shmpeer"), "shmpeer", text, (char *)NULL));
  return 0;
}
