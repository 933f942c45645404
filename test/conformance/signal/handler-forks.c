// handler-forks — a handler forks: both return from it, the child with the same mask, to the same place.
// fork(2), signal(7).
#include "../signals.h"

static volatile sig_atomic_t in_child;
static volatile unsigned counter;

static void handler(int sig) {
  say("handler of %s\n", signame(sig));
  pid_t pid = fork();
  if (pid == 0) {
    in_child = 1;
    show_mask("child in the handler");
    return;
  }
  reap("child", pid);
  show_mask("parent in the handler");
}

static void nested(int sig) {
  say("nested\n");
  raise(SIGUSR1);
  say("nested goes on in the %s\n", in_child ? "child" : "parent");
}

__attribute__((noinline)) static int compute(int n) {
  int local = n * 3;
  while (!counter) ;
  return local + n;
}

static void from_loop(int sig) {
  handler(sig);
  counter = 1;
}

static void ends(const char *what) {
  if (in_child) {
    say("%s: the child goes on\n", what);
    show_mask("child");
    _exit(4);
  }
  say("%s: the parent goes on\n", what);
}

int main(void) {
  volatile int local = 17;
  catch_masked(SIGUSR1, handler, 0, SET(SIGHUP));
  catch(SIGUSR2, nested, 0);
  raise(SIGUSR1);
  SHOW(local);
  ends("raise");
  raise(SIGUSR2);
  SHOW(local);
  ends("nested");
  catch(SIGALRM, from_loop, SA_RESETHAND);
  MUST(setitimer(ITIMER_REAL, &(struct itimerval){ { 0, 0 }, { 0, 10000 } }, NULL));
  SHOW(compute(5));
  ends("computing");
  return 0;
}
