// closes-descriptors — the end of a process closes its descriptors: a reader sees end of file.
// _exit(2), pipe(7).
#include "../check.h"

int main(void) {
  int p[2];
  char buf[16];
  MUST(pipe(p));
  pid_t pid = fork();
  if (pid == 0) {
    close(p[0]);
    MUST(write(p[1], "bye", 3));
    _exit(0);
  }
  close(p[1]);
  ERR(read(p[0], buf, sizeof buf));
  ERR(read(p[0], buf, sizeof buf));
  reap("child", pid);

  MUST(pipe(p));
  gate g = gate_new();
  pid = fork();
  if (pid == 0) {
    close(p[0]);
    gate_open(g);
    char c;
    while (read(g.fd[0], &c, 1) != 99) ;
  }
  close(p[1]);
  MUST(kill(pid, SIGKILL));
  ERR(read(p[0], buf, sizeof buf));
  reap("killed child", pid);
  return 0;
}
