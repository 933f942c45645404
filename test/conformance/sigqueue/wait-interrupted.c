// wait-interrupted — a handler of another signal ends sigwaitinfo: EINTR, SA_RESTART or not; sigwait goes on.
// sigwaitinfo(2), sigwait(3).
#include "../signals.h"

static volatile sig_atomic_t runs;

static void handler(int sig) {
  runs++;
  if (runs == 4) kill(getpid(), SIGUSR1);
}

int main(void) {
  siginfo_t info;
  sigset_t set = SET(SIGUSR1);
  int sig = 0;
  mask_set(SIG_BLOCK, set);
  for (int restart = 0; restart < 2; restart++) {
    say(restart ? "with SA_RESTART\n" : "without\n");
    catch(SIGALRM, handler, restart ? SA_RESTART : 0);
    runs = -1000;
    alarm_every(10);
    ERR(sigwaitinfo(&set, &info));
    ERR(sigtimedwait(&set, &info, NULL));
    ERR(sigtimedwait(&set, &info, &(struct timespec){ 1000, 0 }));
    runs = 0;
    SHOW(sigwait(&set, &sig));
    say("%s%s\n", signame(sig), runs < 4 ? " too early" : "");
    alarm_every(0);
  }
  show_pending("pending");
  show_mask("mask");
  // A signal that ends the process.
  CHILD("default action", signal(SIGALRM, SIG_DFL); alarm_every(10); sigwaitinfo(&set, NULL));
  CHILD("default action", signal(SIGALRM, SIG_DFL); alarm_every(10); sigwait(&set, &sig));
  // Ignored signals leave it asleep.
  signal(SIGHUP, SIG_IGN);
  pid_t pid = SENDER(SIGHUP, SIGWINCH, SIGHUP, SIGUSR1);
  ERR(sigwaitinfo(&set, NULL));
  sender_stop(pid);
  return 0;
}
