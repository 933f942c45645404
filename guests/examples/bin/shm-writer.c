// shm-writer — creates the segment of the key given and leaves some squares in it.
#include <stdio.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/shm.h>

int main(int argc, char **argv) {
  key_t key = argc > 1 ? atoi(argv[1]) : 0;
  int id = shmget(key, 10 * sizeof(int), IPC_CREAT | IPC_EXCL | 0600);
  if (id < 0) return 1;
  int *squares = shmat(id, NULL, 0);
  if (squares == (void *)-1) return 2;
  for (int i = 0; i < 10; i++) squares[i] = i * i;
  printf("writer: ten squares written\n");
  shmdt(squares);
  return 0;
}
