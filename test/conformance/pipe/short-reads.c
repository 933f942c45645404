// short-reads — a read returns what is there at once, never waits to fill its buffer; POSIX read().
#include "../check.h"

int main(void) {
  int p[2], go[2];
  char buf[100];
  MUST(pipe(p));
  MUST(pipe(go));
  pid_t pid = fork();
  if (pid == 0) {
    char c;
    for (int i = 1; i <= 3; i++) {
      MUST(write(p[1], "0123456789", i * 2));
      MUST(read(go[0], &c, 1));
    }
    _exit(0);
  }
  close(p[1]);
  for (int i = 0; i < 3; i++) {
    ERR(read(p[0], buf, sizeof buf));
    MUST(write(go[1], "x", 1));
  }
  ERR(read(p[0], buf, sizeof buf));
  reap("writer", pid);
  return 0;
}
