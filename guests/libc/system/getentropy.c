// getentropy — at most 256 random bytes, all or nothing.
#include <errno.h>
#include <sys/random.h>

int __getentropy(void *buf, size_t n) {
  if (n > 256) {
    errno = EIO;
    return -1;
  }
  for (size_t done = 0; done < n;) {
    ssize_t got = getrandom((char *)buf + done, n - done, 0);
    if (got < 0 && errno != EINTR) return -1;
    if (got > 0) done += got;
  }
  return 0;
}

int getentropy(void *buf, size_t n) __attribute__((alias("__getentropy")));
