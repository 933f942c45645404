// reports — a stop or a continue that was overtaken is not reported, the last state is; waitpid(2).
#include "../check.h"

static gate go;

static pid_t sleeper(void) {
  pid_t pid = MUST(fork());
  if (pid) return pid;
  gate_wait(go);
  _exit(7);
}

// Waits until the state is there without taking it.
static void settle(pid_t pid, int option) {
  siginfo_t info;
  MUST(waitid(P_PID, pid, &info, option | WNOWAIT));
}

static void look(pid_t pid, int options) {
  int s;
  pid_t r = MUST(waitpid(pid, &s, options | WNOHANG));
  say("%s\n", r == 0 ? "nothing" : statusname(s));
}

int main(void) {
  go = gate_new();
  pid_t pid = sleeper();
  say("stopped, continued, never asked\n");
  MUST(kill(pid, SIGSTOP));
  settle(pid, WSTOPPED);
  MUST(kill(pid, SIGCONT));
  settle(pid, WCONTINUED);
  look(pid, WUNTRACED);
  say("stopped again: the continue is gone\n");
  MUST(kill(pid, SIGSTOP));
  settle(pid, WSTOPPED);
  look(pid, WCONTINUED);
  look(pid, WUNTRACED | WCONTINUED);
  look(pid, WUNTRACED | WCONTINUED);
  say("SIGTSTP while it is stopped, then SIGCONT\n");
  MUST(kill(pid, SIGTSTP));
  MUST(kill(pid, SIGCONT));
  settle(pid, WCONTINUED);
  look(pid, WUNTRACED);
  look(pid, WCONTINUED);
  say("continued while it runs\n");
  MUST(kill(pid, SIGCONT));
  look(pid, WCONTINUED);
  say("not asked for stops\n");
  MUST(kill(pid, SIGSTOP));
  settle(pid, WSTOPPED);
  look(pid, 0);
  look(pid, WCONTINUED);
  MUST(kill(pid, SIGCONT));
  look(pid, 0);
  gate_open(go);
  reap("end", pid);
  return 0;
}
