// chdir — changes the working directory.
#include <unistd.h>
#include <kern/syscall.h>

int chdir(const char *path) {
  return __call(SYS_chdir, path);
}
