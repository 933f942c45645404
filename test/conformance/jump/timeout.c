// timeout — siglongjmp out of a handler of SIGALRM ends a computation, a read, a wait; siglongjmp(3).
#include "../signals.h"
#include <setjmp.h>

static sigjmp_buf env;
static volatile unsigned counter;

static void handler(int sig) { siglongjmp(env, 1); }

static void once(void) {
  MUST(setitimer(ITIMER_REAL, &(struct itimerval){ { 0, 0 }, { 0, 5000 } }, NULL));
}

__attribute__((noinline)) static unsigned fib(unsigned n) {
  counter++;
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

__attribute__((noinline)) static void spin(void) { for (;;) counter++; }

int main(void) {
  int p[2];
  char c;
  MUST(pipe(p));
  gate g = gate_new();
  catch(SIGALRM, handler, SA_RESTART);
  pid_t pid = fork();
  if (pid == 0) {
    gate_wait(g);
    _exit(7);
  }
  if (sigsetjmp(env, 1) == 0) once(), spin();
  say("out of a loop\n");
  if (sigsetjmp(env, 1) == 0) once(), fib(100);
  say("out of recursion\n");
  if (sigsetjmp(env, 1) == 0) once(), read(p[0], &c, 1);
  say("out of read\n");
  if (sigsetjmp(env, 1) == 0) once(), waitpid(pid, NULL, 0);
  say("out of waitpid\n");
  if (sigsetjmp(env, 1) == 0) {
    once();
    for (;;) pause();
  }
  say("out of pause\n");
  sigset_t none = NONE;
  if (sigsetjmp(env, 1) == 0) {
    once();
    for (;;) sigsuspend(&none);
  }
  say("out of sigsuspend\n");
  if (sigsetjmp(env, 1) == 0) once(), nanosleep(&(struct timespec){ 1000, 0 }, NULL);
  say("out of nanosleep\n");
  volatile int rounds = 0;
  while (rounds < 30) {
    if (sigsetjmp(env, 1) == 0) once(), spin();
    rounds++;
  }
  SHOW(rounds);
  // What was left behind still works.
  MUST(write(p[1], "y", 1));
  ERR(read(p[0], &c, 1));
  gate_open(g);
  reap("child", pid);
  show_mask("mask");
  return 0;
}
