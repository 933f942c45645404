// unmaps — mappings and attached segments of the old program are gone in the new one; nattch falls.
// execve(2), shmat(2).
// programs: args
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void) {
  int id = MUST(shmget(IPC_PRIVATE, 4096, 0600));
  struct shmid_ds ds;
  int up[2], down[2];
  MUST(pipe(up));
  MUST(pipe2(down, O_CLOEXEC));
  pid_t pid = fork();
  if (pid == 0) {
    shmat(id, NULL, 0);
    shmat(id, NULL, SHM_RDONLY);
    MUST(write(up[1], "x", 1));
    char c;
    MUST(read(down[0], &c, 1));
    execl(program("args"), "args", "new program", (char *)NULL);
    _exit(127);
  }
  char c;
  MUST(read(up[0], &c, 1));
  MUST(shmctl(id, IPC_STAT, &ds));
  SHOW(ds.shm_nattch);
  MUST(write(down[1], "x", 1));
  reap("args", pid);
  MUST(shmctl(id, IPC_STAT, &ds));
  SHOW(ds.shm_nattch);
  MUST(shmctl(id, IPC_RMID, NULL));
  return 0;
}
