// groups — kill(-group) and kill(0) reach every member and nobody else; kill(2), killpg(3).
#include "../check.h"

static gate g;

static pid_t member(pid_t group) {
  pid_t pid = MUST(fork());
  if (pid == 0) {
    gate_wait(g);
    _exit(0);
  }
  MUST(setpgid(pid, group));
  return pid;
}

int main(void) {
  g = gate_new();
  pid_t a = member(0), b = member(a), c = member(0);
  ERR(kill(-a, 0));
  ERR(kill(-a, SIGUSR1));
  reap("a", a);
  reap("b", b);
  ERR(kill(-a, 0));
  ERR(waitpid(c, NULL, WNOHANG));
  ERR(killpg(c, SIGUSR2));
  reap("c", c);
  ERR(killpg(c, SIGUSR2));
  // kill(0) in a group of three, one of them the caller.
  pid_t leader = MUST(fork());
  if (leader == 0) {
    setpgid(0, 0);
    member(getpid());
    member(getpid());
    kill(0, SIGTERM);
    _exit(1);
  }
  reap("leader", leader);
  return 0;
}
