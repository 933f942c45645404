// suspend-nested — a handler may wait in sigsuspend itself; each one restores the mask it found.
// sigsuspend(2).
#include "../signals.h"

static void inner(int sig) {
  say("inner %s\n", signame(sig));
  show_mask("inner");
}

static void outer(int sig) {
  say("outer %s\n", signame(sig));
  show_mask("outer before");
  raise(SIGUSR2);
  sigset_t set = SET(SIGTERM);
  ERR(sigsuspend(&set));
  show_mask("outer after");
}

// A game of ping-pong: each side waits for the other.
static volatile sig_atomic_t balls;
static void ball(int sig) { balls++; }

static void play(pid_t other) {
  sigset_t set = NONE;
  for (int i = 0; i < 50; i++) {
    while (balls <= i) sigsuspend(&set);
    kill(other, SIGUSR1);
  }
}

int main(void) {
  mask_set(SIG_SETMASK, SET(SIGUSR1, SIGUSR2));
  catch(SIGUSR1, outer, 0);
  catch(SIGUSR2, inner, 0);
  raise(SIGUSR1);
  sigset_t set = SET(SIGUSR2, SIGHUP);
  ERR(sigsuspend(&set));
  show_mask("main");
  show_pending("main");
  catch(SIGUSR1, ball, 0);
  pid_t parent = getpid(), child = fork();
  if (child == 0) {
    play(parent);
    _exit(balls);
  }
  kill(child, SIGUSR1);
  play(child);
  SHOW(balls);
  reap("child", child);
  return 0;
}
