// setsid — a new session and group for one who leads no group, EPERM for one who does; setsid(2).
#include "../check.h"

int main(void) {
  CHILD("setsid",
    SHOW(setsid() == getpid());
    SHOW(getsid(0) == getpid());
    SHOW(getpgrp() == getpid());
    ERR(setsid());
    ERR(setpgid(0, 0)));
  CHILD("group leader",
    ERR(setpgid(0, 0));
    ERR(setsid()));
  // No one moves into a group of another session, nor from one.
  gate ready = gate_new(), done = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    setsid();
    gate_open(ready);
    gate_wait(done);
    _exit(0);
  }
  gate_wait(ready);
  SHOW(getsid(pid) == pid);
  ERR(setpgid(pid, 0));
  ERR(setpgid(pid, getpgrp()));
  CHILD("other session", ERR(setpgid(0, pid)));
  gate_open(done);
  reap("session leader", pid);
  return 0;
}
