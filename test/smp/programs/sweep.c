// sweep — removes every System V segment: who is killed between shmget and IPC_RMID leaves one.
#define _GNU_SOURCE
#include <stddef.h>
#include <sys/shm.h>

int main(void) {
  struct shm_info info;
  struct shmid_ds segment;
  int highest = shmctl(0, SHM_INFO, (struct shmid_ds *)&info);
  for (int i = 0; i <= highest; i++) {
    int id = shmctl(i, SHM_STAT, &segment);
    if (id >= 0) shmctl(id, IPC_RMID, NULL);
  }
  return 0;
}
