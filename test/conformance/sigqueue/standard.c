// standard — a standard signal is not queued: the first one's sender and value stay; real-time ones all come.
// sigqueue(3), kill(2).
#include "../signals.h"

static void handler(int sig, siginfo_t *info, void *context) {
  say("%s %s", sig_name(sig), code_name(info->si_code));
  if (info->si_code == SI_QUEUE) say(" %d", info->si_value.sival_int);
  say("\n");
}

static void queue(int sig, int value) { MUST(sigqueue(getpid(), sig, (union sigval){ .sival_int = value })); }

static void test(int sig) {
  say("%s: queued, queued, killed\n", sig_name(sig));
  mask_set(SIG_SETMASK, ALL);
  queue(sig, 1);
  queue(sig, 2);
  kill(getpid(), sig);
  mask_set(SIG_SETMASK, NONE);
  say("killed, queued\n");
  mask_set(SIG_SETMASK, ALL);
  kill(getpid(), sig);
  kill(getpid(), sig);
  queue(sig, 3);
  mask_set(SIG_SETMASK, NONE);
}

int main(void) {
  catch_info(SIGUSR1, handler, 0);
  catch_info(SIGCHLD, handler, 0);
  catch_info(SIGRTMIN, handler, 0);
  catch_info(SIGRTMAX, handler, 0);
  test(SIGUSR1);
  test(SIGCHLD);
  test(SIGRTMIN);
  test(SIGRTMAX);
  return 0;
}
