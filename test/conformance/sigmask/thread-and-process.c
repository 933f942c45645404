// thread-and-process — a signal to the thread and one to the process wait separately: both are delivered.
// sigpending(2), tgkill(2), kill(2).
#include "../signals.h"

static volatile sig_atomic_t runs;

static void handler(int sig, siginfo_t *info, void *context) {
  runs++;
  say("%s %s\n", sig_name(sig), code_name(info->si_code));
}

int main(void) {
  catch_info(SIGUSR1, handler, 0);
  catch_info(SIGRTMIN, handler, 0);
  mask_set(SIG_BLOCK, SET(SIGUSR1, SIGRTMIN));
  for (int i = 0; i < 3; i++) {
    kill(getpid(), SIGUSR1);
    raise(SIGUSR1);
  }
  show_pending("both");
  mask_set(SIG_SETMASK, NONE);
  SHOW(runs);
  runs = 0;
  mask_set(SIG_BLOCK, SET(SIGUSR1, SIGRTMIN));
  sigqueue(getpid(), SIGRTMIN, (union sigval){ .sival_int = 1 });
  tgkill(getpid(), getpid(), SIGRTMIN);
  tgkill(getpid(), getpid(), SIGRTMIN);
  kill(getpid(), SIGRTMIN);
  show_pending("real-time");
  mask_set(SIG_SETMASK, NONE);
  SHOW(runs);
  // sigwait takes one at a time.
  sigset_t set = SET(SIGUSR1);
  int sig;
  mask_set(SIG_BLOCK, set);
  kill(getpid(), SIGUSR1);
  raise(SIGUSR1);
  SHOW(sigwait(&set, &sig));
  show_pending("after one");
  SHOW(sigwait(&set, &sig));
  show_pending("after two");
  // Ignoring takes both.
  kill(getpid(), SIGUSR1);
  raise(SIGUSR1);
  signal(SIGUSR1, SIG_IGN);
  show_pending("ignored");
  return 0;
}
