// orphans — when the parent ends first the child gets another parent and lives on; getppid(2), _exit(2).
#include "../check.h"

int main(void) {
  gate dead = gate_new();
  int p[2];
  MUST(pipe(p));
  pid_t pid = fork();
  if (pid == 0) {
    pid_t parent = getpid();
    gate ready = gate_new();
    if (fork() == 0) {
      int before = getppid() == parent;
      gate_open(ready);
      gate_wait(dead);
      char text[100];
      int after = getppid() == parent, alive = kill(getppid(), 0) == 0;
      const char *format = "orphan: parent before %d, same after %d, parent alive %d\n";
      int n = snprintf(text, sizeof text, format, before, after, alive);
      write(p[1], text, n);
      _exit(0);
    }
    gate_wait(ready);
    _exit(7);
  }
  close(p[1]);
  reap("parent of the orphan", pid);
  gate_open(dead);
  char text[200];
  int n = 0, r;
  while ((r = read(p[0], text + n, sizeof text - n)) > 0) n += r;
  write(1, text, n);
  ERR(wait(NULL));
  return 0;
}
