// order — queued real-time signals come in their order, the lowest number first, each with its value.
// sigqueue(3), signal(7).
#include "../signals.h"

static void handler(int sig, siginfo_t *info, void *context) {
  say("%s %d\n", sig_name(sig), info->si_value.sival_int);
}

static void queue(int sig, int value) { MUST(sigqueue(getpid(), sig, (union sigval){ .sival_int = value })); }

static void catch_all(sigset_t mask) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_sigaction = handler;
  act.sa_flags = SA_SIGINFO;
  act.sa_mask = mask;
  for (int sig = SIGRTMIN; sig <= SIGRTMAX; sig++) MUST(sigaction(sig, &act, NULL));
}

static void queue_some(void) {
  for (int i = 1; i <= 3; i++) {
    queue(SIGRTMAX, i);
    queue(SIGRTMIN + 4, 10 + i);
    queue(SIGRTMIN, 20 + i);
    queue(SIGRTMIN + 4, 30 + i);
  }
}

int main(void) {
  // Full masks: the handlers run one after the other.
  say("one after the other\n");
  catch_all(ALL);
  mask_set(SIG_SETMASK, ALL);
  queue_some();
  mask_set(SIG_SETMASK, NONE);
  // Nested: of one number they still come in order, since each blocks its own.
  say("nested\n");
  catch_all(NONE);
  mask_set(SIG_SETMASK, ALL);
  queue_some();
  mask_set(SIG_SETMASK, NONE);
  say("not blocked\n");
  queue_some();
  return 0;
}
