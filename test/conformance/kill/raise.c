// raise — a signal to oneself acts before raise or kill returns; raise(3), kill(2).
#include "../check.h"

int main(void) {
  int signals[] = { SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGUSR1, SIGUSR2, SIGTERM, SIGALRM };
  for (int i = 0; i < 8; i++) {
    CHILD(signame(signals[i]), raise(signals[i]); say("never seen\n"));
    CHILD("kill", kill(getpid(), signals[i]); say("never seen\n"));
  }
  CHILD("ignored by default",
    SHOW(raise(SIGCHLD));
    SHOW(raise(SIGURG));
    SHOW(raise(SIGWINCH));
    SHOW(raise(SIGCONT)));
  return 0;
}
