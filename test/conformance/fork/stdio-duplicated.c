// stdio-duplicated — what stdio holds unwritten at fork is written by both processes.
// fork(2), POSIX XSH 2.5.1.
#include "../check.h"

int main(void) {
  setvbuf(stdout, NULL, _IOFBF, 4096);
  printf("twice ");
  pid_t pid = fork();
  if (pid == 0) {
    printf("child\n");
    exit(0);
  }
  waitpid(pid, NULL, 0);
  printf("parent\n");
  return 0;
}
