// zombies — a zombie can be sent anything, and nothing changes how it ended; kill(2).
#include "../check.h"

int main(void) {
  pid_t pid = MUST(fork());
  if (pid == 0) {
    setpgid(0, 0);
    _exit(9);
  }
  siginfo_t info;
  MUST(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
  int signals[] = { 0, SIGTERM, SIGKILL, SIGSTOP, SIGCONT, SIGUSR1, 64 };
  for (int i = 0; i < 7; i++) ERR(kill(pid, signals[i]));
  union sigval value = { .sival_int = 0 };
  ERR(sigqueue(pid, SIGUSR1, value));
  ERR(kill(pid, 65));
  // A group of zombies is still a group.
  ERR(kill(-pid, 0));
  ERR(killpg(pid, SIGTERM));
  SHOW(getpgid(pid) == pid);
  SHOW(getsid(pid) == getsid(0));
  int s;
  SHOW(waitpid(pid, &s, WUNTRACED | WCONTINUED) == pid);
  say("%s\n", statusname(s));
  ERR(kill(pid, 0));
  ERR(kill(-pid, 0));
  ERR(killpg(pid, SIGTERM));
  ERR(getpgid(pid));
  // A stop that nobody has waited for is forgotten when the process ends.
  if ((pid = MUST(fork())) == 0) {
    raise(SIGSTOP);
    _exit(10);
  }
  MUST(waitid(P_PID, pid, &info, WSTOPPED | WNOWAIT));
  MUST(kill(pid, SIGKILL));
  MUST(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
  MUST(waitpid(pid, &s, WUNTRACED));
  say("%s\n", statusname(s));
  // So is a continue.
  if ((pid = MUST(fork())) == 0) {
    raise(SIGSTOP);
    _exit(11);
  }
  MUST(waitpid(pid, &s, WUNTRACED));
  MUST(kill(pid, SIGCONT));
  MUST(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
  MUST(waitpid(pid, &s, WUNTRACED | WCONTINUED));
  say("%s\n", statusname(s));
  return 0;
}
