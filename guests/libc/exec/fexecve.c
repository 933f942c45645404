// fexecve — programs cannot be executed by descriptor here.
#include <errno.h>
#include <unistd.h>

int fexecve(int fd, char *const argv[], char *const envp[]) {
  (void)fd, (void)argv, (void)envp;
  errno = ENOSYS;
  return -1;
}
