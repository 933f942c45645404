// vfork — the parent of a vfork is not disturbed: its handlers run when the child has ended; vfork(2).
#include "row.h"

static gate end;

static void prepare(void) { end = gate_new(); }

static long call_vfork(void) {
  int s;
  pid_t pid = vfork();
  if (pid == 0) {
    char c;
    _exit(read(end.fd[0], &c, 1) == 1 ? 4 : 5);
  }
  if (pid < 0) return -1;
  // Whatever comes while the parent sleeps is delivered before vfork returns.
  int early = caught[SIGUSR1];
  while (waitpid(pid, &s, 0) < 0 && errno == EINTR) ;
  return early * 100 + WEXITSTATUS(s);
}

static void release(pid_t pid) { gate_open(end); }

int main(void) {
  row r = { .name = "vfork", .without = STOP | CONT | CONT_RESTART, .prepare = prepare, .call = call_vfork,
            .release = release };
  table(&r);
  return 0;
}
