// handler-exits — a handler ends the process: by exit, with what was registered, or by _exit, without.
// exit(3), signal(7).
#include "../signals.h"

static volatile unsigned counter;

static void at_exit(void) {
  say("at exit\n");
  show_mask("at exit");
}
static void exits(int sig) { exit(sig); }
static void leaves(int sig) { _exit(sig + 1); }
static void kills(int sig) { kill(getpid(), SIGKILL); }
static void raises(int sig) { raise(SIGUSR1); }
static void once_more(void) {
  say("raises at exit\n");
  raise(SIGUSR1);
}

static void set_alarm(void) {
  MUST(setitimer(ITIMER_REAL, &(struct itimerval){ { 0, 0 }, { 0, 10000 } }, NULL));
}

int main(void) {
  MUST(atexit(at_exit));
  CHILD("exit", catch(SIGUSR1, exits, 0); raise(SIGUSR1));
  CHILD("_exit", catch(SIGUSR1, leaves, 0); raise(SIGUSR1));
  CHILD("nested exit", catch(SIGUSR1, exits, 0); catch(SIGHUP, raises, 0); raise(SIGHUP));
  CHILD("SIGKILL", catch(SIGUSR1, kills, 0); raise(SIGUSR1));
  CHILD("exit in a loop", catch(SIGALRM, exits, 0); set_alarm(); for (;;) counter++);
  CHILD("_exit in a loop", catch(SIGALRM, leaves, 0); set_alarm(); for (;;) counter++);
  CHILD("exit out of pause", catch(SIGALRM, exits, 0); alarm_every(10); pause());
  CHILD("signal at exit", catch(SIGUSR1, leaves, 0); atexit(once_more); exit(1));
  _exit(0);
}
