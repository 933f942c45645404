// ignore — SIG_IGN: the signal has no effect; SIGKILL and SIGSTOP cannot be ignored; sigaction(2), signal(2).
#include "../check.h"

int main(void) {
  SHOW(signal(SIGTERM, SIG_IGN) == SIG_DFL);
  SHOW(signal(SIGTERM, SIG_IGN) == SIG_IGN);
  SHOW(raise(SIGTERM));
  CHILD("inherited", raise(SIGTERM); _exit(1));
  SHOW(signal(SIGTERM, SIG_DFL) == SIG_IGN);
  CHILD("default again", raise(SIGTERM); _exit(1));
  ERR(signal(SIGKILL, SIG_IGN) == SIG_ERR ? -1 : 0);
  ERR(signal(SIGSTOP, SIG_IGN) == SIG_ERR ? -1 : 0);
  ERR(signal(0, SIG_IGN) == SIG_ERR ? -1 : 0);
  ERR(signal(65, SIG_IGN) == SIG_ERR ? -1 : 0);
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_handler = SIG_IGN;
  ERR(sigaction(SIGKILL, &act, NULL));
  ERR(sigaction(SIGUSR1, &act, NULL));
  struct sigaction old;
  ERR(sigaction(SIGUSR1, NULL, &old));
  SHOW(old.sa_handler == SIG_IGN);
  ERR(sigaction(SIGKILL, NULL, &old));
  SHOW(old.sa_handler == SIG_DFL);
  return 0;
}
