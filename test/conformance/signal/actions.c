// actions — the old action comes back whole: handler, flags and mask; a null action only asks; sigaction(2).
#include "../signals.h"

static void handler(int sig) { (void)sig; }
static void with_info(int sig, siginfo_t *info, void *context) { (void)sig, (void)info, (void)context; }

int main(void) {
  show_action("at the start", SIGUSR1);
  struct sigaction act, old;
  memset(&act, 0, sizeof act);
  act.sa_handler = handler;
  act.sa_mask = SET(SIGHUP, SIGRTMIN + 3, SIGRTMAX);
  act.sa_flags = SA_RESTART | SA_NODEFER | SA_NOCLDSTOP | SA_NOCLDWAIT;
  ERR(sigaction(SIGUSR1, &act, NULL));
  show_action("set", SIGUSR1);
  ERR(sigaction(SIGUSR1, NULL, &old));
  SHOW(old.sa_handler == handler);
  act.sa_sigaction = with_info;
  act.sa_mask = SET(SIGKILL, SIGSTOP, SIGUSR1, SIGTERM);
  act.sa_flags = SA_SIGINFO | SA_ONSTACK | (int)SA_RESETHAND;
  ERR(sigaction(SIGUSR1, &act, &old));
  SHOW(old.sa_handler == handler);
  show_set("old mask", &old.sa_mask);
  show_action("set again", SIGUSR1);
  // The same structure for both.
  act.sa_handler = SIG_IGN;
  act.sa_flags = 0;
  act.sa_mask = NONE;
  ERR(sigaction(SIGUSR1, &act, &act));
  SHOW(act.sa_sigaction == with_info);
  show_action("ignored", SIGUSR1);
  ERR(sigaction(SIGUSR1, NULL, NULL));
  act.sa_handler = SIG_DFL;
  act.sa_flags = SA_RESTART;
  act.sa_mask = SET(SIGINT);
  ERR(sigaction(SIGUSR1, &act, NULL));
  show_action("default with flags", SIGUSR1);
  show_action("another signal", SIGUSR2);
  return 0;
}
