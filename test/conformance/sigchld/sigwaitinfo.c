// sigwaitinfo — SIGCHLD taken without a handler: blocked, it stays although its default is to be ignored.
// sigwaitinfo(2).
#include "seen.h"
#include <time.h>

int main(void) {
  sigset_t set;
  siginfo_t info;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  gate g = gate_new();
  pid_t pid = MUST(fork());
  if (pid == 0) {
    gate_wait(g);
    _exit(21);
  }
  struct timespec zero = { 0, 0 };
  ERR(sigtimedwait(&set, &info, &zero));
  gate_open(g);
  SHOW(sigwaitinfo(&set, &info) == SIGCHLD);
  describe("exit", &info, pid);
  ERR(sigtimedwait(&set, &info, &zero));
  reap("child", pid);
  if ((pid = MUST(fork())) == 0) {
    gate_wait(g);
    _exit(22);
  }
  MUST(kill(pid, SIGSTOP));
  SHOW(sigwaitinfo(&set, &info) == SIGCHLD);
  describe("stop", &info, pid);
  MUST(kill(pid, SIGCONT));
  SHOW(sigwaitinfo(&set, &info) == SIGCHLD);
  describe("continue", &info, pid);
  MUST(kill(pid, SIGHUP));
  SHOW(sigwaitinfo(&set, &info) == SIGCHLD);
  describe("killed", &info, pid);
  // waitid says the same as the signal.
  memset(&info, 0, sizeof info);
  MUST(waitid(P_PID, pid, &info, WEXITED));
  describe("waitid", &info, pid);
  return 0;
}
