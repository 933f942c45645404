// ftok — a key from a file and a number: the same file and number give the same key.
#include <sys/ipc.h>
#include <sys/stat.h>

key_t ftok(const char *path, int project) {
  struct stat st;
  if (stat(path, &st) < 0) return -1;
  return (key_t)((st.st_ino & 0xffff) | (st.st_dev & 0xff) << 16 | (unsigned)(project & 0xff) << 24);
}
