// 11-sigpause — to sleep until a signal comes, and why pause() alone is not enough.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

// The C library's headers would have us use sigsuspend instead.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static volatile sig_atomic_t ball;

static void on_ball(int sig) {
  (void)sig;
  ball++;
}

// Plays until the ball has come four times; sleeps with a mask when there is one.
static void play(const char *name, pid_t other, int serves, const sigset_t *mask) {
  if (serves) kill(other, SIGUSR1);
  for (int i = 1; i <= 4; i++) {
    // The classic mistake would be: while (ball < i) pause();
    // The signal may come after the comparison and before the sleep, and then pause sleeps for ever.
    // So SIGUSR1 is blocked all the time; a signal that comes is kept, and sigpause lets it in and
    // sleeps in one step. It returns (with -1 and EINTR) when the handler has run.
    // sigsuspend does the same with any set of signals: its mask holds while it sleeps.
    while (ball < i) mask ? sigsuspend(mask) : sigpause(SIGUSR1);
    printf("%s has the ball, %d\n", name, i);
    fflush(stdout);
    kill(other, SIGUSR1);
  }
}

int main(void) {
  sigset_t block, old;
  sigemptyset(&block);
  sigaddset(&block, SIGUSR1);
  sigprocmask(SIG_BLOCK, &block, &old);
  signal(SIGUSR1, on_ball);

  pid_t child = fork();
  if (child == 0) {
    play("ping", getppid(), 0, NULL);
    _exit(0);
  }
  play("    pong", child, 1, &old);

  int status;
  waitpid(child, &status, 0);
  printf("the child ended with status %d, balls caught: %d\n", WEXITSTATUS(status), (int)ball);
  return 0;
}
