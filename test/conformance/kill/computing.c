// computing — a process that only computes, without a single system call, is ended by a signal; kill(2).
#include "../check.h"

static volatile unsigned counter;

__attribute__((noinline)) static void spin(void) { for (;;) counter++; }

__attribute__((noinline)) static unsigned recurse(unsigned n) {
  counter++;
  return n < 2 ? n : recurse(n - 1) + recurse(n - 2);
}

int main(void) {
  int signals[] = { SIGTERM, SIGKILL, SIGUSR1 };
  for (int i = 0; i < 3; i++) {
    gate g = gate_new();
    pid_t pid = fork();
    if (pid == 0) {
      gate_open(g);
      if (i == 2) for (;;) recurse(20);
      spin();
    }
    gate_wait(g);
    MUST(kill(pid, signals[i]));
    reap("child", pid);
  }
  return 0;
}
