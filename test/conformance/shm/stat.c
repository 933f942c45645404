// stat — the fields of IPC_STAT: sizes, owners, process ids, counts and times; shmctl(2).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>

static struct shmid_ds ds;
static pid_t child;

static void look(const char *when, int id) {
  MUST(shmctl(id, IPC_STAT, &ds));
  say("%s: size %d nattch %d cpid %d lpid %s", when, (int)ds.shm_segsz, (int)ds.shm_nattch,
      ds.shm_cpid == getpid(),
      ds.shm_lpid == 0 ? "0" : ds.shm_lpid == getpid() ? "parent" : ds.shm_lpid == child ? "child" : "other");
  say(" atime %d dtime %d ctime %d\n", ds.shm_atime != 0, ds.shm_dtime != 0, ds.shm_ctime != 0);
}

int main(void) {
  key_t key = 0x54000000 + getpid();
  time_t start = time(NULL);
  int id = MUST(shmget(key, 5000, IPC_CREAT | 0640));
  look("new", id);
  SHOW(ds.shm_perm.__key == key);
  SHOW(ds.shm_perm.uid == geteuid() && ds.shm_perm.cuid == geteuid());
  SHOW(ds.shm_perm.gid == getegid() && ds.shm_perm.cgid == getegid());
  say("mode %04o\n", ds.shm_perm.mode & 07777);
  SHOW(ds.shm_ctime >= start && ds.shm_ctime <= time(NULL));
  void *p = shmat(id, NULL, 0);
  look("attached", id);
  if ((child = fork()) == 0) {
    shmdt(shmat(id, NULL, 0));
    _exit(0);
  }
  reap("child", child);
  look("after the child", id);
  MUST(shmdt(p));
  look("detached", id);
  ERR(shmctl(id, IPC_STAT, NULL));
  ERR(shmctl(id, IPC_RMID, NULL));
  return 0;
}
