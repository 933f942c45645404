// stop-handler — what an editor does: tidy up in a SIGTSTP handler, stop, and go on after SIGCONT; signal(7).
#include "../check.h"

static volatile sig_atomic_t stops;
static gate done;

static void on_stop(int sig) {
  int saved = errno;
  write(1, "  tidies up\n", 12);
  stops++;
  // The default action, once: it stays blocked while its own handler runs.
  signal(SIGTSTP, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  raise(SIGTSTP);
  write(1, "  not stopped yet\n", 18);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  write(1, "  continued\n", 12);
  sigprocmask(SIG_BLOCK, &set, NULL);
  signal(SIGTSTP, on_stop);
  gate_open(done);
  errno = saved;
}

int main(void) {
  gate ready = gate_new();
  done = gate_new();
  int p[2];
  MUST(pipe(p));
  pid_t pid = MUST(fork());
  if (pid == 0) {
    MUST(setpgid(0, 0));
    signal(SIGTSTP, on_stop);
    gate_open(ready);
    char c;
    ERR(read(p[0], &c, 1));
    _exit(stops);
  }
  gate_wait(ready);
  for (int i = 0; i < 3; i++) {
    int s;
    MUST(kill(pid, SIGTSTP));
    MUST(waitpid(pid, &s, WUNTRACED));
    say("%s\n", statusname(s));
    MUST(kill(pid, SIGCONT));
    MUST(waitpid(pid, &s, WCONTINUED));
    gate_wait(done);
  }
  MUST(write(p[1], "x", 1));
  reap("child", pid);
  return 0;
}
