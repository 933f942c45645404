// nocldwait — SA_NOCLDWAIT: no zombies, the handler still runs, wait sleeps until all are gone; sigaction(2).
#include "seen.h"

int main(void) {
  watch(SA_NOCLDWAIT);
  pid_t pid = MUST(fork());
  if (pid == 0) _exit(5);
  next("exit", pid);
  ERR(waitpid(pid, NULL, 0));
  gate g = gate_new();
  for (int i = 0; i < 3; i++)
    if (MUST(fork()) == 0) {
      gate_wait(g);
      _exit(i);
    }
  ERR(waitpid(-1, NULL, WNOHANG));
  for (int i = 0; i < 3; i++) gate_open(g);
  ERR(wait(NULL));
  SHOW(is_pending());
  // Stops are told and seen as ever.
  int s;
  if ((pid = MUST(fork())) == 0) {
    gate_wait(g);
    _exit(0);
  }
  MUST(kill(pid, SIGSTOP));
  SHOW(waitpid(pid, &s, WUNTRACED) == pid);
  say("%s\n", statusname(s));
  MUST(kill(pid, SIGCONT));
  gate_open(g);
  ERR(waitpid(pid, &s, 0));
  // With the default action the flag acts as well.
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_handler = SIG_DFL;
  act.sa_flags = SA_NOCLDWAIT;
  MUST(sigaction(SIGCHLD, &act, NULL));
  if ((pid = MUST(fork())) == 0) _exit(5);
  ERR(waitpid(pid, NULL, 0));
  act.sa_flags = 0;
  MUST(sigaction(SIGCHLD, &act, NULL));
  CHILD("default again", _exit(6));
  return 0;
}
