// stop-signals — SIGSTOP, SIGTSTP, SIGTTIN and SIGTTOU all stop; a stopped child can be killed; signal(7).
#include "../check.h"

static pid_t sleeper(gate g) {
  pid_t pid = fork();
  if (pid) {
    setpgid(pid, pid);
    return pid;
  }
  gate_wait(g);
  _exit(0);
}

int main(void) {
  int signals[] = { SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU };
  gate g = gate_new();
  int s;
  for (int i = 0; i < 4; i++) {
    pid_t pid = sleeper(g);
    MUST(kill(pid, signals[i]));
    MUST(waitpid(pid, &s, WUNTRACED));
    say("%s: %s\n", signame(signals[i]), statusname(s));
    MUST(kill(pid, SIGCONT));
    gate_open(g);
    reap("continued", pid);
  }
  pid_t pid = sleeper(g);
  MUST(kill(pid, SIGSTOP));
  MUST(waitpid(pid, &s, WUNTRACED));
  MUST(kill(pid, SIGKILL));
  reap("stopped, then SIGKILL", pid);

  pid = sleeper(g);
  MUST(kill(pid, SIGSTOP));
  MUST(waitpid(pid, &s, WUNTRACED));
  MUST(kill(pid, SIGTERM));
  ERR(waitpid(pid, &s, WNOHANG));
  MUST(kill(pid, SIGCONT));
  reap("stopped, SIGTERM waits for SIGCONT", pid);
  return 0;
}
