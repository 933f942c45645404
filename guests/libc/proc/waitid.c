// waitid — waits for a child and says how it changed state.
#include <sys/wait.h>
#include <kern/syscall.h>

int waitid(idtype_t type, id_t id, siginfo_t *info, int options) {
  return __call(SYS_waitid, type, id, info, options);
}
