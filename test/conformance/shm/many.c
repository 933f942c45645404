// many — a hundred segments at once, each its own; removed while attached, gone when detached.
// shmget(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

enum { N = 100 };

int main(void) {
  static int id[N], *p[N];
  int wrong = 0;
  for (int i = 0; i < N; i++) {
    id[i] = MUST(shmget(IPC_PRIVATE, 4096 + i * 100, 0600));
    p[i] = shmat(id[i], NULL, 0);
    if (p[i] == (void *)-1) fail("shmat", __LINE__);
    p[i][1000] = i;
    MUST(shmctl(id[i], IPC_RMID, NULL));
  }
  for (int i = 0; i < N; i++)
    for (int k = 0; k < i; k++) wrong += id[i] == id[k];
  CHILD("child", for (int i = 0; i < N; i++) p[i][1000] += 1000);
  for (int i = 0; i < N; i++) wrong += p[i][1000] != 1000 + i;
  SHOW(wrong);
  for (int i = 0; i < N; i += 2) MUST(shmdt(p[i]));
  struct shmid_ds ds;
  for (int i = 0; i < N; i++) wrong += (shmctl(id[i], IPC_STAT, &ds) == 0) != (i % 2 == 1);
  SHOW(wrong);
  // The others go with the process: nothing is left behind.
  return 0;
}
