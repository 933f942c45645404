// bad-addresses — path, argv or a string of it at an address that is not there: EFAULT, the caller goes on.
// execve(2).
// programs: args
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  char *envp[] = { NULL };
  char *argv[] = { "args", NULL };
  char *gone = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 4096));
  char *bad[] = { "args", gone, NULL };
  const char *path = program("args");
  ERR(execve(gone, argv, envp));
  ERR(execve(path, (char **)gone, envp));
  ERR(execve(path, bad, envp));
  ERR(execve(path, argv, (char **)gone));
  ERR(execve(path, argv, bad));
  say("still here\n");
  CHILD("good", execve(path, argv, envp));
  return 0;
}
