// handler-reaps — the classic handler: waitpid with WNOHANG in a loop, for signals merge; waitpid(2).
#include "../check.h"

enum { CHILDREN = 20 };
static volatile sig_atomic_t reaped, sum;

static void on_child(int sig) {
  int saved = errno, s;
  while (waitpid(-1, &s, WNOHANG) > 0) {
    reaped++;
    sum += WEXITSTATUS(s);
  }
  errno = saved;
}

int main(void) {
  sigset_t set, old;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  MUST(sigprocmask(SIG_BLOCK, &set, &old));
  signal(SIGCHLD, on_child);
  for (int round = 0; round < 3; round++) {
    reaped = sum = 0;
    gate g = gate_new();
    for (int i = 0; i < CHILDREN; i++) {
      if (MUST(fork())) continue;
      if (i % 2) gate_wait(g);
      _exit(i);
    }
    for (int i = 0; i < CHILDREN / 2; i++) gate_open(g);
    while (reaped < CHILDREN) sigsuspend(&old);
    say("reaped %d, sum of statuses %d\n", (int)reaped, (int)sum);
    gate_free(g);
  }
  ERR(wait(NULL));
  return 0;
}
