// inherit — a child has its parent's attaches; each counts; detaching one's own leaves the other's.
// shmat(2), fork(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

static int id;

static int attached(void) {
  struct shmid_ds ds;
  MUST(shmctl(id, IPC_STAT, &ds));
  return ds.shm_nattch;
}

int main(void) {
  id = MUST(shmget(IPC_PRIVATE, 4096, 0600));
  SHOW(attached());
  int *p = shmat(id, NULL, 0);
  SHOW(attached());
  gate up = gate_new(), down = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    p[0] = 42;
    gate_open(up);
    gate_wait(down);
    say("child reads %d\n", p[1]);
    ERR(shmdt(p));
    gate_open(up);
    gate_wait(down);
    shmat(id, NULL, 0);
    shmat(id, NULL, 0);
    gate_open(up);
    gate_wait(down);
    _exit(0);
  }
  gate_wait(up);
  say("parent reads %d\n", p[0]);
  SHOW(attached());
  p[1] = 43;
  gate_open(down);
  gate_wait(up);
  SHOW(attached());
  gate_open(down);
  gate_wait(up);
  SHOW(attached());
  gate_open(down);
  reap("child", pid);
  SHOW(attached());
  CHILD("killed", shmat(id, NULL, 0); raise(SIGKILL));
  SHOW(attached());
  ERR(shmdt(p));
  SHOW(attached());
  ERR(shmctl(id, IPC_RMID, NULL));
  return 0;
}
