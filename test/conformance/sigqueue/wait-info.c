// wait-info — sigwaitinfo takes the lowest pending signal of a set, and no handler runs.
// sigwaitinfo(2), sigwait(3).
#include "../signals.h"

static void handler(int sig) { say("never seen\n"); }

static void take(const char *what, sigset_t set) {
  siginfo_t info;
  int sig = sigwaitinfo(&set, &info);
  say("%s: %s\n", what, sig < 0 ? errname(errno) : sig_name(sig));
}

int main(void) {
  catch(SIGUSR1, handler, 0);
  catch(SIGRTMIN, handler, 0);
  mask_set(SIG_SETMASK, ALL);
  pid_t me = getpid();
  kill(me, SIGTERM), kill(me, SIGUSR1), kill(me, SIGRTMAX), kill(me, SIGRTMIN), kill(me, SIGHUP);
  kill(me, SIGRTMIN), kill(me, SIGUSR1);
  show_pending("pending");
  take("one of two", SET(SIGTERM, SIGUSR1));
  take("one of two", SET(SIGTERM, SIGUSR1));
  take("any", ALL);
  take("any", ALL);
  take("any", ALL);
  show_pending("one is left");
  int sig = 0;
  sigset_t set = SET(SIGRTMAX, SIGKILL, SIGSTOP);
  SHOW(sigwait(&set, &sig));
  say("%s\n", sig_name(sig));
  show_pending("none is left");
  // Without a place for the info.
  kill(me, SIGUSR1);
  set = SET(SIGUSR1);
  ERR(sigwaitinfo(&set, NULL));
  kill(me, SIGUSR1);
  ERR(sigtimedwait(&set, NULL, NULL));
  // Ignored signals can be waited for, when they are blocked.
  signal(SIGUSR2, SIG_IGN);
  kill(me, SIGUSR2), kill(me, SIGWINCH);
  take("ignored", SET(SIGUSR2));
  take("ignored by default", SET(SIGWINCH));
  // Several processes, each with its own.
  gate g = gate_new();
  for (int i = 0; i < 3; i++) {
    pid_t pid = fork();
    if (pid == 0) {
      siginfo_t info;
      set = SET(SIGRTMIN + 2);
      MUST(sigwaitinfo(&set, &info));
      say("child %d got %d\n", i, info.si_value.sival_int);
      gate_open(g);
      _exit(0);
    }
    MUST(sigqueue(pid, SIGRTMIN + 2, (union sigval){ .sival_int = i * i + 1 }));
    gate_wait(g);
    reap("child", pid);
  }
  return 0;
}
