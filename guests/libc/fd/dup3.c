// dup3 — dup2 with flags; equal descriptors are an error.
#include <sys/types.h>
#include <kern/syscall.h>

int dup3(int fd, int to, int flags) {
  return __call(SYS_dup3, fd, to, flags);
}
