// suspend — sigsuspend waits with another mask; a handler runs with it, then the old mask is back: EINTR.
// sigsuspend(2).
#include "../signals.h"

static volatile sig_atomic_t caught;

static void handler(int sig) {
  caught = sig;
  say("caught %s\n", signame(sig));
  show_mask("inside");
}
static void quiet(int sig) { caught = sig; }

int main(void) {
  sigset_t set;
  catch_masked(SIGUSR1, handler, 0, SET(SIGPIPE));
  catch(SIGUSR2, handler, SA_RESTART);
  catch(SIGALRM, quiet, 0);
  mask_set(SIG_SETMASK, SET(SIGUSR1, SIGUSR2, SIGINT));
  say("pending already\n");
  raise(SIGUSR1);
  set = SET(SIGHUP, SIGUSR2);
  ERR(sigsuspend(&set));
  show_mask("after");
  say("two at once\n");
  raise(SIGUSR1);
  raise(SIGUSR2);
  set = SET(SIGTERM);
  ERR(sigsuspend(&set));
  show_mask("after");
  show_pending("after");
  say("one stays blocked\n");
  raise(SIGUSR1);
  raise(SIGUSR2);
  set = SET(SIGUSR1);
  ERR(sigsuspend(&set));
  show_pending("after");
  mask_set(SIG_UNBLOCK, SET(SIGUSR1));
  say("ignored signals do not end it\n");
  signal(SIGHUP, SIG_IGN);
  set = NONE;
  pid_t pid = SENDER(SIGHUP, SIGWINCH, SIGALRM);
  ERR(sigsuspend(&set));
  SHOW(caught == SIGALRM);
  sender_stop(pid);
  show_mask("after");
  say("SIGKILL and SIGSTOP in the set\n");
  set = ALL;
  sigdelset(&set, SIGALRM);
  alarm_every(10);
  ERR(sigsuspend(&set));
  alarm_every(0);
  show_mask("after");
  CHILD("killed with all blocked",
    MUST(setitimer(ITIMER_REAL, &(struct itimerval){ { 0, 0 }, { 0, 10000 } }, NULL));
    signal(SIGALRM, SIG_DFL);
    sigsuspend(&set));
  return 0;
}
