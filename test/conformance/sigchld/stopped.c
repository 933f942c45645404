// stopped — SIGCHLD tells of each stop and of each continue, with the signal; sigaction(2).
#include "seen.h"

int main(void) {
  watch(0);
  gate g = gate_new();
  pid_t pid = MUST(fork());
  if (pid == 0) {
    setpgid(0, 0);
    gate_wait(g);
    _exit(3);
  }
  MUST(setpgid(pid, pid));
  int signals[] = { SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU };
  for (int i = 0; i < 4; i++) {
    MUST(kill(pid, signals[i]));
    next("stop", pid);
    MUST(kill(pid, SIGCONT));
    next("continue", pid);
  }
  // To continue what runs tells nobody, nor does it stop what is stopped.
  MUST(kill(pid, SIGCONT));
  MUST(kill(pid, SIGSTOP));
  next("stop", pid);
  MUST(kill(pid, SIGSTOP));
  SHOW(is_pending());
  MUST(kill(pid, SIGKILL));
  next("killed while stopped", pid);
  reap("reaped", pid);
  SHOW(is_pending());
  return 0;
}
