// sessions — signals cross sessions, groups do not; a group outlives its leader; setsid(2), killpg(3).
#include "../check.h"

int main(void) {
  gate ready = gate_new(), go = gate_new(), told = gate_new();
  int p[2];
  MUST(pipe(p));
  pid_t pid = MUST(fork()), child;
  if (pid == 0) {
    SHOW(setsid() == getpid());
    if ((child = MUST(fork())) == 0) {
      SHOW(getsid(0) == getppid());
      SHOW(getpgrp() == getppid());
      MUST(setpgid(0, 0));
      SHOW(getsid(0) == getppid());
      gate_open(ready);
      gate_wait(go);
      _exit(1);
    }
    MUST(write(p[1], &child, sizeof child));
    gate_wait(told);
    reap("in the session", child);
    _exit(2);
  }
  MUST(read(p[0], &child, sizeof child));
  gate_wait(ready);
  SHOW(getsid(child) == pid);
  SHOW(getpgid(child) == child);
  // A process in another session that is not a child: it can be sent signals, but not moved.
  ERR(kill(child, 0));
  ERR(kill(-child, SIGWINCH));
  ERR(setpgid(child, 0));
  ERR(setpgid(0, child));
  ERR(killpg(child, SIGSTOP));
  ERR(killpg(child, SIGCONT));
  ERR(killpg(child, SIGTERM));
  gate_open(told);
  reap("leader", pid);
  ERR(getsid(pid));
  // A group outlives its leader, and nobody else may take its number.
  if ((pid = MUST(fork())) == 0) {
    MUST(setsid());
    if (MUST(fork()) == 0) {
      gate_open(ready);
      gate_wait(go);
      _exit(3);
    }
    _exit(4);
  }
  reap("leader", pid);
  gate_wait(ready);
  ERR(kill(-pid, 0));
  ERR(kill(pid, 0));
  ERR(killpg(pid, 65));
  ERR(killpg(-1, 0));
  ERR(killpg(-1, SIGTERM));
  SHOW(killpg(0, 0));
  gate_open(go);
  return 0;
}
