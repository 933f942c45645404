// broken-pipe — SIGPIPE caught: the handler runs, then write fails with EPIPE, SA_RESTART or not; pipe(7).
#include "../check.h"

static volatile sig_atomic_t caught;
static siginfo_t last;

static void on_pipe(int sig, siginfo_t *info, void *context) {
  last = *info;
  caught++;
}

static void catch(int flags) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_sigaction = on_pipe;
  act.sa_flags = SA_SIGINFO | flags;
  MUST(sigaction(SIGPIPE, &act, NULL));
}

int main(void) {
  int p[2];
  MUST(pipe(p));
  close(p[0]);
  catch(0);
  ERR(write(p[1], "x", 1));
  SHOW(caught);
  SHOW(last.si_code == SI_USER);
  SHOW(last.si_pid == getpid());
  catch(SA_RESTART);
  ERR(write(p[1], "x", 1));
  SHOW(caught);
  ERR(write(p[1], "x", 0));
  SHOW(caught);
  // Blocked, it is pending.
  sigset_t set, pending, old;
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  MUST(sigprocmask(SIG_BLOCK, &set, &old));
  ERR(write(p[1], "x", 1));
  MUST(sigpending(&pending));
  SHOW(sigismember(&pending, SIGPIPE));
  SHOW(caught);
  MUST(sigprocmask(SIG_SETMASK, &old, NULL));
  SHOW(caught);
  close(p[1]);
  // The last reader goes while a writer sleeps: what was written counts, and the signal is sent as well.
  static char block[100000];
  MUST(pipe(p));
  pid_t pid = MUST(fork());
  if (pid == 0) {
    close(p[1]);
    MUST(read(p[0], block, 4096));
    _exit(0);
  }
  close(p[0]);
  ssize_t n = write(p[1], block, sizeof block);
  SHOW(n >= 65536 && n < 100000);
  SHOW(caught);
  reap("reader", pid);
  CHILD("default", signal(SIGPIPE, SIG_DFL); write(p[1], block, 1));
  return 0;
}
