// 13-asynchronous — a signal comes between any two instructions; what must not be split is to be protected.
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

// The invariant: both halves are equal. The main program breaks it for a moment in every turn.
static volatile struct { unsigned left, right; } pair;
// All that a handler can safely share with the rest without further ado is this type.
static volatile sig_atomic_t looks, surprises;

// Runs in the middle of the loop below, which has neither called nor expected it.
static void on_alarm(int sig) {
  (void)sig;
  looks++;
  if (pair.left != pair.right) surprises++;
}

static void ring_every_millisecond(int on) {
  struct itimerval t = { { 0, on * 1000 }, { 0, on * 1000 } };
  setitimer(ITIMER_REAL, &t, NULL);
}

static void change_pair(void) {
  pair.left++;
  for (volatile int i = 0; i < 500; i++) ;  // A long computation, while the halves differ.
  pair.right++;
}

int main(void) {
  signal(SIGALRM, on_alarm);
  ring_every_millisecond(1);

  // No system call in here: still the handler runs.
  while (surprises < 3) change_pair();
  printf("unprotected: the handler has seen unequal halves, as it had to sooner or later\n");

  // Now the same with the signal held back while the halves differ. It is not lost: it is
  // delivered as soon as it is let in again.
  sigset_t alarm_only;
  sigemptyset(&alarm_only);
  sigaddset(&alarm_only, SIGALRM);
  looks = surprises = 0;
  while (looks < 10) {
    sigprocmask(SIG_BLOCK, &alarm_only, NULL);
    change_pair();
    sigprocmask(SIG_UNBLOCK, &alarm_only, NULL);
  }
  ring_every_millisecond(0);
  printf("protected: at least 10 looks, unequal halves seen: %d\n", (int)surprises);
  return 0;
}
