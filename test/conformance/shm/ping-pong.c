// ping-pong — two processes hand numbers to each other through a segment, pipes telling whose turn it is.
// shmat(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void) {
  int id = MUST(shmget(IPC_PRIVATE, 64 * 1024, 0600));
  gate to_child = gate_new(), to_parent = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    int *p = shmat(id, NULL, 0);
    for (int i = 0; i < 200; i++) {
      gate_wait(to_child);
      p[i * 80 + 1] = p[i * 80] * 2;
      gate_open(to_parent);
    }
    _exit(0);
  }
  int *p = shmat(id, NULL, 0), wrong = 0;
  for (int i = 0; i < 200; i++) {
    p[i * 80] = i * i;
    gate_open(to_child);
    gate_wait(to_parent);
    wrong += p[i * 80 + 1] != i * i * 2;
  }
  SHOW(wrong);
  reap("child", pid);
  MUST(shmdt(p));
  MUST(shmctl(id, IPC_RMID, NULL));
  return 0;
}
