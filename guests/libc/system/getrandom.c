// getrandom — random bytes.
#include <sys/random.h>
#include <kern/syscall.h>

ssize_t getrandom(void *buf, size_t n, unsigned flags) {
  return __call(SYS_getrandom, buf, n, flags);
}
