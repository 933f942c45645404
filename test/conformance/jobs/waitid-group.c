// waitid-group — WSTOPPED, WCONTINUED, WEXITED, WNOWAIT and WNOHANG for a whole group; waitid(2).
#include "../check.h"

static pid_t pid[2];

static void look(int options) {
  siginfo_t i;
  memset(&i, 0, sizeof i);
  ERR(waitid(P_PGID, pid[0], &i, options));
  const char *codes[] = { "nothing", "exited", "killed", "killed", "trapped", "stopped", "continued" };
  say("  %s, %s, status %d, signal %d\n", codes[i.si_code % 7],
      i.si_pid == pid[0] ? "first" : i.si_pid == pid[1] ? "second" : "nobody", i.si_status,
      i.si_signo ? i.si_signo - SIGCHLD : -1);
}

int main(void) {
  gate go = gate_new();
  for (int i = 0; i < 2; i++) {
    if ((pid[i] = MUST(fork())) == 0) {
      setpgid(0, i ? pid[0] : 0);
      gate_wait(go);
      _exit(i + 1);
    }
    MUST(setpgid(pid[i], pid[0]));
  }
  look(WSTOPPED | WCONTINUED | WEXITED | WNOHANG);
  MUST(kill(pid[1], SIGTTOU));
  look(WSTOPPED | WNOWAIT);
  look(WSTOPPED | WNOWAIT);
  // Nobody was asked for the stop's end.
  look(WCONTINUED | WEXITED | WNOHANG);
  look(WSTOPPED);
  look(WSTOPPED | WNOHANG);
  MUST(kill(pid[1], SIGCONT));
  look(WCONTINUED | WNOWAIT);
  look(WSTOPPED | WEXITED | WNOHANG);
  look(WCONTINUED);
  look(WCONTINUED | WNOHANG);
  MUST(kill(pid[0], SIGKILL));
  look(WEXITED | WNOWAIT);
  look(WSTOPPED | WCONTINUED | WNOHANG);
  look(WEXITED);
  gate_open(go);
  look(WEXITED);
  look(WEXITED);
  return 0;
}
