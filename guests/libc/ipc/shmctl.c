// shmctl — asks about, changes, removes a segment. struct shmid_ds is the kernel's own layout.
#include <stddef.h>
#include <sys/shm.h>
#include <kern/syscall.h>

_Static_assert(sizeof(struct shmid_ds) == sizeof(struct kshmid_ds), "shmid_ds");
_Static_assert(offsetof(struct shmid_ds, shm_segsz) == offsetof(struct kshmid_ds, shm_segsz), "shm_segsz");
_Static_assert(offsetof(struct shmid_ds, shm_atime) == offsetof(struct kshmid_ds, shm_atime), "shm_atime");
_Static_assert(offsetof(struct shmid_ds, shm_nattch) == offsetof(struct kshmid_ds, shm_nattch), "shm_nattch");
_Static_assert(sizeof(struct ipc_perm) == sizeof(struct kipc_perm), "ipc_perm");
_Static_assert(sizeof(struct shminfo) == sizeof(struct kshminfo), "shminfo");
_Static_assert(sizeof(struct shm_info) == sizeof(struct kshm_info), "shm_info");

int shmctl(int id, int cmd, struct shmid_ds *buf) {
  return __call(SYS_shmctl, id, cmd, buf);
}
