// nocldstop — with SA_NOCLDSTOP stops and continues send no SIGCHLD, but waitpid sees them; sigaction(2).
#include "seen.h"

static pid_t sleeper(gate g) {
  pid_t pid = MUST(fork());
  if (pid) return pid;
  gate_wait(g);
  _exit(4);
}

int main(void) {
  watch(SA_NOCLDSTOP);
  gate g = gate_new();
  pid_t pid = sleeper(g);
  int s;
  MUST(kill(pid, SIGSTOP));
  MUST(waitpid(pid, &s, WUNTRACED));
  say("%s\n", statusname(s));
  SHOW(is_pending());
  MUST(kill(pid, SIGCONT));
  MUST(waitpid(pid, &s, WCONTINUED));
  say("%s\n", statusname(s));
  SHOW(is_pending());
  gate_open(g);
  next("exit", pid);
  reap("reaped", pid);
  // Without the flag the next stop is told again.
  watch(0);
  pid = sleeper(g);
  MUST(kill(pid, SIGSTOP));
  next("stop", pid);
  watch(SA_NOCLDSTOP);
  MUST(kill(pid, SIGCONT));
  MUST(waitpid(pid, &s, WCONTINUED));
  SHOW(is_pending());
  gate_open(g);
  next("exit", pid);
  reap("reaped", pid);
  SHOW(seen);
  return 0;
}
