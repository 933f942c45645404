// execvp — execv of a file found along PATH.
#include <unistd.h>
#include <kern/syscall.h>

extern char **environ;
int execvpe(const char *file, char *const argv[], char *const envp[]);

int execvp(const char *file, char *const argv[]) {
  return execvpe(file, argv, environ);
}
