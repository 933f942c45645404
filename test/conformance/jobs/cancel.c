// cancel — a stop signal takes a pending SIGCONT away, SIGCONT takes pending stop signals away; signal(7).
#include "../check.h"

static void pending(const char *after) {
  sigset_t set;
  MUST(sigpending(&set));
  char text[80] = "";
  int signals[] = { SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU, SIGUSR1 };
  for (int i = 0; i < 5; i++)
    if (sigismember(&set, signals[i])) sprintf(text + strlen(text), " %s", signame(signals[i]));
  say("%s: pending%s\n", after, *text ? text : " nothing");
}

static void nothing(int sig) {}

static void send_all(void) {
  kill(getpid(), SIGTSTP), pending("SIGTSTP");
  kill(getpid(), SIGTTIN), pending("SIGTTIN");
  kill(getpid(), SIGTTOU), pending("SIGTTOU");
  kill(getpid(), SIGUSR1), pending("SIGUSR1");
  kill(getpid(), SIGCONT), pending("SIGCONT");
  kill(getpid(), SIGTTOU), pending("SIGTTOU");
  kill(getpid(), SIGCONT), pending("SIGCONT");
}

int main(void) {
  // In a group with a parent outside it stop signals would stop.
  CHILD("own group",
    MUST(setpgid(0, 0));
    sigset_t set;
    sigfillset(&set);
    MUST(sigprocmask(SIG_SETMASK, &set, NULL));
    say("default actions\n");
    send_all();
    say("handlers\n");
    signal(SIGCONT, nothing);
    signal(SIGTSTP, nothing);
    send_all();
    say("ignored\n");
    signal(SIGCONT, SIG_IGN);
    signal(SIGTSTP, SIG_IGN);
    send_all());
  return 0;
}
