// parents-only — SIGCHLD goes to the parent, not to the grandparent; an orphan's goes to neither; signal(7).
#include "seen.h"

int main(void) {
  watch(0);
  gate left = gate_new(), end = gate_new();
  pid_t pid = MUST(fork());
  if (pid == 0) {
    pid_t child = MUST(fork());
    if (child == 0) _exit(1);
    // The mask and the handler are inherited, so the middle one sees its own child's end.
    next("middle", child);
    reap("middle", child);
    if (MUST(fork()) == 0) {
      close(left.fd[0]);
      gate_wait(end);
      _exit(2);
    }
    _exit(3);
  }
  close(left.fd[1]);
  next("top", pid);
  reap("top", pid);
  SHOW(seen);
  // The orphan holds the last writing end: its end is seen in the pipe.
  gate_open(end);
  char c;
  ERR(read(left.fd[0], &c, 1));
  SHOW(is_pending());
  SHOW(seen);
  ERR(wait(NULL));
  return 0;
}
