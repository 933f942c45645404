// default-actions — what each signal does to a process that has asked for nothing; signal(7).
#include "../check.h"

int main(void) {
  for (int sig = 1; sig <= 31; sig++) {
    if (sig == SIGSTOP || sig == SIGTSTP || sig == SIGTTIN || sig == SIGTTOU) continue;
    gate g = gate_new();
    pid_t pid = fork();
    if (pid == 0) {
      gate_wait(g);
      _exit(0);
    }
    if (kill(pid, sig) < 0) say("%s: %s\n", signame(sig), errname(errno));
    gate_open(g);
    reap(signame(sig), pid);
    gate_free(g);
  }
  return 0;
}
