// alarm-default — SIGALRM ends by default: a process that computes, that reads, that waits; alarm(2).
#include "../check.h"
#include <sys/time.h>

static volatile unsigned counter;

static void soon(void) {
  struct itimerval t = { { 0, 0 }, { 0, 5000 } };
  MUST(setitimer(ITIMER_REAL, &t, NULL));
}

int main(void) {
  int p[2];
  char c;
  MUST(pipe(p));
  CHILD("computes", soon(); for (;;) counter++);
  CHILD("reads", soon(); read(p[0], &c, 1));
  CHILD("pauses", soon(); pause());
  CHILD("waits",
    if (fork() == 0) {
      close(p[1]);
      _exit(read(p[0], &c, 1) != 0);
    }
    soon();
    wait(NULL));
  CHILD("ignores it", signal(SIGALRM, SIG_IGN); soon(); usleep(20000));
  return 0;
}
