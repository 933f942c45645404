// setpgid — new groups, joining one, and each error; setpgid(2), getpgid(2).
// programs: status
#include "../check.h"

int main(void) {
  gate g = gate_new();
  pid_t pid[2];
  for (int i = 0; i < 2; i++)
    if ((pid[i] = fork()) == 0) {
      gate_wait(g);
      _exit(i);
    }
  ERR(setpgid(pid[0], -1));
  ERR(setpgid(-1, 0));
  ERR(setpgid(0x3fffffff, 0));
  ERR(setpgid(getppid(), 0));
  ERR(setpgid(pid[0], 0x3fffffff));
  ERR(setpgid(pid[0], 0));
  SHOW(getpgid(pid[0]) == pid[0]);
  ERR(setpgid(pid[1], pid[0]));
  SHOW(getpgid(pid[1]) == pid[0]);
  ERR(setpgid(pid[1], getpgrp()));
  SHOW(getpgid(pid[1]) == getpgrp());
  gate_open(g), gate_open(g);
  reap("first", pid[0]);
  ERR(getpgid(pid[0]));
  ERR(setpgid(pid[1], pid[0]));
  reap("second", pid[1]);
  ERR(getpgid(0x3fffffff));
  ERR(getsid(0x3fffffff));
  CHILD("own group",
    ERR(setpgid(0, 0));
    SHOW(getpgrp() == getpid());
    ERR(setpgid(0, 0));
    ERR(setpgid(getpid(), getpid())));
  return 0;
}
