// shm-reader — finds the segment of the key given, adds up what stands in it and removes it.
#include <stdio.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/shm.h>

int main(int argc, char **argv) {
  key_t key = argc > 1 ? atoi(argv[1]) : 0;
  int id = shmget(key, 0, 0);
  if (id < 0) return 1;
  int *squares = shmat(id, NULL, SHM_RDONLY);
  if (squares == (void *)-1) return 2;
  int sum = 0;
  for (int i = 0; i < 10; i++) sum += squares[i];
  printf("reader: the sum is %d\n", sum);
  shmdt(squares);
  shmctl(id, IPC_RMID, NULL);
  return 0;
}
