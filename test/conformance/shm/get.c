// get — creation and look-up by key, size and flags checked in Linux's order; shmget(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void) {
  key_t key = 0x51000000 + getpid();
  OK(shmget(key, 4096, 0600));
  OK(shmget(key, 0, IPC_CREAT | 0600));
  OK(shmget(key, (size_t)-1, IPC_CREAT | 0600));
  int id = MUST(shmget(key, 5000, IPC_CREAT | IPC_EXCL | 0600));
  SHOW(shmget(key, 5000, 0) == id);
  SHOW(shmget(key, 0, 0) == id);
  SHOW(shmget(key, 1, IPC_CREAT | 0600) == id);
  OK(shmget(key, 5001, 0));
  OK(shmget(key, 8192, 0));
  OK(shmget(key, 5000, IPC_CREAT | IPC_EXCL | 0600));
  OK(shmget(key, 9999, IPC_CREAT | IPC_EXCL | 0600));
  SHOW(shmget(key, 5000, IPC_EXCL) == id);
  int a = MUST(shmget(IPC_PRIVATE, 1, 0600)), b = MUST(shmget(IPC_PRIVATE, 1, IPC_CREAT | IPC_EXCL | 0600));
  SHOW(a != b && a != id);
  ERR(shmctl(id, IPC_RMID, NULL));
  OK(shmget(key, 0, 0));
  ERR(shmctl(a, IPC_RMID, NULL));
  ERR(shmctl(b, IPC_RMID, NULL));
  ERR(shmctl(b, IPC_RMID, NULL));
  return 0;
}
