// fork — the child has its parent's handlers, mask and alternate stack, but nothing pending and no timer.
// fork(2).
#include "../signals.h"

static volatile sig_atomic_t runs;

static void handler(int sig) {
  runs++;
  say("caught %s\n", sig_name(sig));
}
static void other(int sig) { say("other %s\n", sig_name(sig)); }

int main(void) {
  catch_masked(SIGUSR1, handler, SA_RESTART, SET(SIGHUP));
  catch(SIGRTMIN, handler, 0);
  signal(SIGTERM, SIG_IGN);
  mask_set(SIG_SETMASK, SET(SIGUSR1, SIGRTMIN, SIGINT));
  raise(SIGUSR1);
  sigqueue(getpid(), SIGRTMIN, (union sigval){ .sival_int = 1 });
  sigqueue(getpid(), SIGRTMIN, (union sigval){ .sival_int = 2 });
  MUST(setitimer(ITIMER_REAL, &(struct itimerval){ { 0, 0 }, { 1000, 0 } }, NULL));
  static char memory[65536];
  MUST(sigaltstack(&(stack_t){ .ss_sp = memory, .ss_size = sizeof memory }, NULL));
  CHILD("child",
    show_mask("child's mask");
    show_pending("child");
    show_action("child", SIGUSR1);
    show_action("child", SIGTERM);
    struct itimerval timer;
    MUST(getitimer(ITIMER_REAL, &timer));
    SHOW(timer.it_value.tv_sec);
    stack_t stack;
    MUST(sigaltstack(NULL, &stack));
    SHOW(stack.ss_sp == memory && stack.ss_size == sizeof memory && stack.ss_flags == 0);
    raise(SIGUSR1);
    mask_set(SIG_SETMASK, NONE);
    SHOW(runs);
    // What the child changes is its own.
    catch(SIGUSR1, other, 0);
    raise(SIGUSR1);
    signal(SIGRTMIN, SIG_DFL);
    mask_set(SIG_SETMASK, SET(SIGHUP)));
  show_mask("parent");
  show_pending("parent");
  show_action("parent", SIGUSR1);
  CHILD("grandchildren too", CHILD("inner", raise(SIGUSR1); mask_set(SIG_SETMASK, NONE); SHOW(runs)));
  mask_set(SIG_SETMASK, NONE);
  SHOW(runs);
  return 0;
}
