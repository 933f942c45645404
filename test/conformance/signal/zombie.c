// zombie — a process that has ended but is not waited for takes every signal and does nothing; kill(2).
#include "../signals.h"

int main(void) {
  pid_t pid = fork();
  if (pid == 0) {
    setpgid(0, 0);
    _exit(7);
  }
  siginfo_t info;
  MUST(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
  ERR(kill(pid, 0));
  ERR(kill(pid, SIGKILL));
  ERR(kill(pid, SIGSTOP));
  ERR(kill(pid, SIGCONT));
  ERR(kill(pid, 65));
  ERR(killpg(pid, SIGTERM));
  ERR(tgkill(pid, pid, SIGTERM));
  ERR(sigqueue(pid, SIGTERM, (union sigval){ .sival_int = 1 }));
  ERR(sigqueue(pid, SIGRTMIN, (union sigval){ .sival_int = 1 }));
  ERR(sigqueue(pid, 0, (union sigval){ .sival_int = 1 }));
  reap("child", pid);
  ERR(kill(pid, 0));
  ERR(killpg(pid, 0));
  ERR(tgkill(pid, pid, 0));
  ERR(sigqueue(pid, 0, (union sigval){ .sival_int = 1 }));
  return 0;
}
