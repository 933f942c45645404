// stop-own-group — a stopped group leader and its child; SIGCONT to the group lets both go on.
// kill(2), waitpid(2).
#include "../check.h"
#include <sched.h>

int main(void) {
  gate g = gate_new(), ready = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    setpgid(0, 0);
    pid_t child = fork();
    if (child == 0) {
      gate_open(ready);
      gate_wait(g);
      _exit(1);
    }
    gate_open(ready);
    int s;
    waitpid(child, &s, 0);
    _exit(WEXITSTATUS(s) + 1);
  }
  gate_wait(ready);
  gate_wait(ready);
  int s;
  ERR(kill(-pid, SIGSTOP));
  MUST(waitpid(pid, &s, WUNTRACED));
  say("%s\n", statusname(s));
  gate_open(g);
  for (int i = 0; i < 100; i++) sched_yield();
  ERR(waitpid(pid, &s, WNOHANG));
  ERR(kill(-pid, SIGCONT));
  reap("leader", pid);
  return 0;
}
