// return-values — fork returns the child's id to the parent and 0 to the child; getpid(2), getppid(2).
#include "../check.h"

int main(void) {
  pid_t me = getpid();
  int p[2];
  MUST(pipe(p));
  pid_t pid = fork();
  if (pid == 0) {
    pid_t ids[2] = { getpid(), getppid() };
    write(p[1], ids, sizeof ids);
    _exit(0);
  }
  pid_t ids[2];
  SHOW(read(p[0], ids, sizeof ids) == sizeof ids);
  SHOW(pid > 0);
  SHOW(ids[0] == pid);
  SHOW(ids[1] == me);
  SHOW(getpid() == me);
  SHOW(getpgid(pid) == getpgrp());
  SHOW(getsid(pid) == getsid(0));
  SHOW(wait(NULL) == pid);
  return 0;
}
