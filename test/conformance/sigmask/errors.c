// errors — EINVAL for an unknown how when there is a set, EFAULT for no room; KILL and STOP stay unblocked.
// sigprocmask(2), sigpending(2), sigsuspend(2), pthread_sigmask(3).
#include "../signals.h"

int main(void) {
  sigset_t set = SET(SIGUSR1), old = NONE;
  ERR(sigprocmask(-1, &set, NULL));
  ERR(sigprocmask(3, &set, NULL));
  ERR(sigprocmask(100, &set, &old));
  // Without a set the first argument does not matter.
  ERR(sigprocmask(100, NULL, &old));
  ERR(sigprocmask(-1, NULL, NULL));
  show_mask("nothing changed");
  ERR(sigprocmask(SIG_BLOCK, &set, &old));
  show_set("old", &old);
  set = SET(SIGKILL, SIGSTOP, SIGCONT);
  ERR(sigprocmask(SIG_BLOCK, &set, &old));
  show_set("old", &old);
  show_mask("now");
  ERR(sigprocmask(SIG_UNBLOCK, &set, &old));
  show_set("old", &old);
  show_mask("now");
  // The same set for both.
  set = SET(SIGHUP);
  ERR(sigprocmask(SIG_SETMASK, &set, &set));
  show_set("old", &set);
  show_mask("now");
  int (*mask)(int, const sigset_t *, sigset_t *) = pthread_sigmask;
  SHOW(mask(SIG_BLOCK, &set, &old));
  SHOW(mask(3, &set, &old) == EINVAL);
  show_set("old", &old);
  show_mask("now");
  ERR(sigpending((sigset_t *)-1));
  ERR(sigsuspend((sigset_t *)-1));
  ERR(sigpending(NULL));
  return 0;
}
