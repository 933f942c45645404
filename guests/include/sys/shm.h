// sys/shm.h — System V shared memory.
#ifndef _SYS_SHM_H
#define _SYS_SHM_H
#include <sys/ipc.h>
#include <kern/shm.h>
#define __NEED_time_t
#define __NEED_size_t
#define __NEED_pid_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SHM_R 0400
#define SHM_W 0200
#define SHMLBA 4096

typedef unsigned long shmatt_t;

// As struct kshmid_ds.
struct shmid_ds {
  struct ipc_perm shm_perm;
  size_t shm_segsz;
  time_t shm_atime;
  time_t shm_dtime;
  time_t shm_ctime;
  pid_t shm_cpid;
  pid_t shm_lpid;
  shmatt_t shm_nattch;
  unsigned long __reserved[3];
};

struct shminfo {
  unsigned long shmmax, shmmin, shmmni, shmseg, shmall;
};

struct shm_info {
  int used_ids;
  unsigned long shm_tot, shm_rss, shm_swp;
  unsigned long swap_attempts, swap_successes;
};

int shmget(key_t, size_t, int);
void *shmat(int, const void *, int);
int shmdt(const void *);
int shmctl(int, int, struct shmid_ds *);

#ifdef __cplusplus
}
#endif
#endif
