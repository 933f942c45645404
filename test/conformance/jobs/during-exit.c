// during-exit — signals to processes that are just ending: each is reaped once, by its own end; kill(2).
#include "../check.h"

enum { CHILDREN = 15 };

int main(void) {
  int signals[] = { SIGTERM, SIGKILL, SIGSTOP, SIGUSR1 };
  for (int round = 0; round < 4; round++) {
    int sig = signals[round], exited = 0, killed = 0, other = 0;
    gate g = gate_new();
    pid_t pid[CHILDREN];
    for (int i = 0; i < CHILDREN; i++)
      if ((pid[i] = MUST(fork())) == 0) {
        gate_wait(g);
        _exit(5);
      }
    for (int i = 0; i < CHILDREN; i++) gate_open(g);
    for (int i = 0; i < CHILDREN; i++) MUST(kill(pid[i], sig));
    if (sig == SIGSTOP)
      for (int i = 0; i < CHILDREN; i++) MUST(kill(pid[i], SIGCONT));
    for (int i = 0; i < CHILDREN; i++) {
      int s;
      MUST(waitpid(pid[i], &s, 0));
      if (WIFEXITED(s) && WEXITSTATUS(s) == 5) exited++;
      else if (WIFSIGNALED(s) && WTERMSIG(s) == sig) killed++;
      else other++;
    }
    say("%s: %d ended, %d otherwise\n", signame(sig), exited + killed, other);
    if (sig == SIGSTOP) SHOW(killed);
    ERR(wait(NULL));
    gate_free(g);
  }
  return 0;
}
