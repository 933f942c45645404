// errors — EINVAL no such signal, ESRCH no such process; signal 0 only asks; groups cannot be meant.
// sigqueue(3).
#include "../signals.h"

int main(void) {
  union sigval v = { .sival_int = 1 };
  ERR(sigqueue(getpid(), 0, v));
  ERR(sigqueue(getpid(), -1, v));
  ERR(sigqueue(getpid(), 65, v));
  ERR(sigqueue(getpid(), 1000, v));
  ERR(sigqueue(0x3fffffff, 0, v));
  ERR(sigqueue(0x3fffffff, SIGRTMIN, v));
  ERR(sigqueue(0x3fffffff, 65, v));
  ERR(sigqueue(-1, 0, v));
  ERR(sigqueue(0, 0, v));
  ERR(sigqueue(-getpgrp(), 0, v));
  // The default actions are those of kill.
  CHILD("real-time", sigqueue(getpid(), SIGRTMIN, v));
  CHILD("SIGTERM", sigqueue(getpid(), SIGTERM, v));
  CHILD("SIGKILL", sigqueue(getpid(), SIGKILL, v));
  CHILD("SIGWINCH", ERR(sigqueue(getpid(), SIGWINCH, v)));
  CHILD("ignored", signal(SIGRTMIN, SIG_IGN); ERR(sigqueue(getpid(), SIGRTMIN, v)));
  pid_t pid = fork();
  if (pid == 0) for (;;) pause();
  int status;
  ERR(sigqueue(pid, SIGSTOP, v));
  MUST(waitpid(pid, &status, WUNTRACED));
  say("%s\n", statusname(status));
  ERR(sigqueue(pid, SIGCONT, v));
  MUST(waitpid(pid, &status, WCONTINUED));
  say("%s\n", statusname(status));
  ERR(sigqueue(pid, SIGRTMAX, v) < 0 ? -1 : 0);
  MUST(waitpid(pid, &status, 0));
  SHOW(WIFSIGNALED(status) && WTERMSIG(status) == SIGRTMAX);
  return 0;
}
