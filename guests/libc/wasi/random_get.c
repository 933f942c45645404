// random_get — random bytes for libc.a's arc4random and stack protector.
#include <sys/random.h>

unsigned short __wasi_random_get(void *buf, unsigned n) {
  for (unsigned done = 0; done < n;) {
    ssize_t got = getrandom((char *)buf + done, n - done, 0);
    if (got > 0) done += got;
  }
  return 0;
}
