// at-exit — signals taken inside atexit's functions: handlers run, default actions end the process; exit(3).
#include "../check.h"

static int deadly;

static void on_signal(int sig) { say("handler\n"); }

static void first(void) { say("first registered, last called\n"); }

static void second(void) {
  say("second\n");
  raise(deadly ? SIGTERM : SIGUSR1);
  say("still there\n");
}

static void exits(int sig) {
  say("exit from the handler\n");
  exit(4);
}

int main(void) {
  signal(SIGUSR1, on_signal);
  for (deadly = 0; deadly < 2; deadly++) {
    pid_t pid = MUST(fork());
    if (pid == 0) {
      atexit(first);
      atexit(second);
      exit(3);
    }
    reap("child", pid);
  }
  deadly = 0;
  pid_t pid = MUST(fork());
  if (pid == 0) {
    atexit(first);
    signal(SIGUSR2, exits);
    raise(SIGUSR2);
    _exit(9);
  }
  reap("child", pid);
  return 0;
}
