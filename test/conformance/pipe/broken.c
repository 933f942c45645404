// broken — EPIPE only when the last read end is closed; a blocked writer wakes up with SIGPIPE; pipe(7).
#include "../check.h"

static char data[100000];

int main(void) {
  int p[2];
  signal(SIGPIPE, SIG_IGN);
  MUST(pipe(p));
  int copy = MUST(dup(p[0]));
  close(p[0]);
  ERR(write(p[1], "x", 1));
  close(copy);
  ERR(write(p[1], "x", 1));
  ERR(write(p[1], data, sizeof data));
  ERR(write(p[1], "x", 0));
  close(p[1]);
  signal(SIGPIPE, SIG_DFL);

  // The writer sleeps in a full pipe when the only reader goes.
  MUST(pipe(p));
  pid_t pid = fork();
  if (pid == 0) {
    close(p[0]);
    write(p[1], data, sizeof data);
    _exit(1);
  }
  close(p[1]);
  char c;
  MUST(read(p[0], &c, 1));
  close(p[0]);
  reap("writer", pid);

  // The same, with the signal ignored: what was written before counts.
  MUST(pipe(p));
  pid = fork();
  if (pid == 0) {
    close(p[0]);
    signal(SIGPIPE, SIG_IGN);
    ssize_t n = write(p[1], data, sizeof data);
    say("partial write: %s\n", n >= 65536 && n < 100000 ? "yes" : "no");
    ERR(write(p[1], data, 1));
    _exit(0);
  }
  close(p[1]);
  MUST(read(p[0], &c, 1));
  close(p[0]);
  reap("writer", pid);
  return 0;
}
