// killer — reads process numbers, one a line, and sends each SIGKILL; answers each line with the errno.
#include <errno.h>
#include <signal.h>
#include <stdio.h>

int main(void) {
  int pid;
  while (scanf("%d", &pid) == 1) {
    printf("%d\n", kill(pid, SIGKILL) == 0 ? 0 : errno);
    fflush(stdout);
  }
  return 0;
}
