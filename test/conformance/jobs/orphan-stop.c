// orphan-stop — in an orphaned group SIGTSTP, SIGTTIN, SIGTTOU stop nobody; SIGSTOP always does; setpgid(2).
#include "../check.h"

static volatile sig_atomic_t caught;

static void on_stop(int sig) { caught = sig; }

static void try_each(void) {
  int signals[] = { SIGTSTP, SIGTTIN, SIGTTOU };
  for (int i = 0; i < 3; i++) {
    MUST(kill(getpid(), signals[i]));
    say("%s: not stopped\n", signame(signals[i]));
  }
  // A handler runs, orphaned or not.
  signal(SIGTSTP, on_stop);
  MUST(kill(getpid(), SIGTSTP));
  say("caught %s\n", signame(caught));
  signal(SIGTSTP, SIG_DFL);
}

static void wait_for_stops(pid_t pid) {
  int s;
  do {
    MUST(waitpid(pid, &s, WUNTRACED));
    say("%s\n", statusname(s));
    if (WIFSTOPPED(s)) MUST(kill(pid, SIGCONT));
  } while (WIFSTOPPED(s));
}

int main(void) {
  say("own group, its parent in the session\n");
  pid_t pid = MUST(fork());
  if (pid == 0) {
    MUST(setpgid(0, 0));
    try_each();
    _exit(1);
  }
  wait_for_stops(pid);
  // A session of its own: the parent is outside of it.
  say("own session\n");
  if ((pid = MUST(fork())) == 0) {
    MUST(setsid());
    try_each();
    raise(SIGSTOP);
    _exit(2);
  }
  wait_for_stops(pid);
  // In a session of its own a child in a second group is not orphaned while its parent lives.
  say("second group of a session\n");
  if ((pid = MUST(fork())) == 0) {
    MUST(setsid());
    if ((pid = MUST(fork())) == 0) {
      MUST(setpgid(0, 0));
      try_each();
      _exit(3);
    }
    wait_for_stops(pid);
    _exit(4);
  }
  reap("session leader", pid);
  return 0;
}
