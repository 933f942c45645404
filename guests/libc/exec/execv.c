// execv — execve with the environment of the caller.
#include <unistd.h>
#include <kern/syscall.h>

extern char **environ;

int execv(const char *path, char *const argv[]) {
  return execve(path, argv, environ);
}
