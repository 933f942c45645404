// ignored — when SIG_IGN takes effect: for children that end after it, not for zombies; sigaction(2).
#include "seen.h"

int main(void) {
  pid_t pid = MUST(fork());
  if (pid == 0) _exit(1);
  siginfo_t info;
  MUST(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
  // A zombie from before stays.
  signal(SIGCHLD, SIG_IGN);
  ERR(kill(pid, 0));
  reap("zombie from before", pid);
  gate g = gate_new(), ready = gate_new();
  if ((pid = MUST(fork())) == 0) {
    gate_wait(g);
    _exit(2);
  }
  // A child born while it was ignored, ending when it no longer is, becomes a zombie.
  signal(SIGCHLD, SIG_DFL);
  gate_open(g);
  reap("ended later", pid);
  // Inherited by fork: the child's children leave no zombies.
  signal(SIGCHLD, SIG_IGN);
  if ((pid = MUST(fork())) == 0) {
    if (fork() == 0) _exit(3);
    ERR(wait(NULL));
    gate_open(ready);
    _exit(4);
  }
  gate_wait(ready);
  ERR(waitpid(pid, NULL, 0));
  // To block it is not to ignore it.
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  if ((pid = MUST(fork())) == 0) _exit(5);
  ERR(waitpid(pid, NULL, 0));
  SHOW(is_pending());
  return 0;
}
