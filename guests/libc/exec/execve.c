// execve — replaces the program of this process.
#include <unistd.h>
#include <kern/syscall.h>

int execve(const char *path, char *const argv[], char *const envp[]) {
  return __call(SYS_execve, path, argv, envp);
}
