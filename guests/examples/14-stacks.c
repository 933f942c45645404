// 14-stacks — why signals are dear: the kernel builds a call on the receiver's stack, or on another.
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { STACK = 64 * 1024 };
static char alternate[STACK];

static uintptr_t interrupted, frames[3];
static int depth;

// Where this call's frame stands. Each handler raises the next signal: handlers nest like calls.
static void on_signal(int sig) {
  volatile char here = 0;
  frames[depth++] = (uintptr_t)&here;
  if (sig == SIGUSR1) raise(SIGUSR2);
}

static int is_in_alternate(uintptr_t address) {
  return address >= (uintptr_t)alternate && address < (uintptr_t)alternate + STACK;
}

static void install(int sig, int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = flags;
  sigaction(sig, &action, NULL);
}

static void run(const char *what) {
  volatile char here = 0;
  interrupted = (uintptr_t)&here;
  depth = 0;
  raise(SIGUSR1);
  printf("%s:\n", what);
  printf("  the first handler's frame is %s\n", is_in_alternate(frames[0]) ? "on the alternate stack"
         : frames[0] < interrupted ? "below that of the interrupted function" : "somewhere else");
  printf("  the second handler's is %s%s\n", frames[1] < frames[0] ? "below the first's" : "elsewhere",
         is_in_alternate(frames[1]) ? ", on the alternate stack" : "");
}

int main(void) {
  // A signal costs its sender a system call, and then the kernel writes into the receiver's memory:
  // what it was doing, its mask, what is known of the signal; the handler is called on top of that,
  // and when it returns all of it is undone.
  install(SIGUSR1, 0);
  install(SIGUSR2, 0);
  run("plain handlers");

  // A program whose stack has run over could not be told so on that stack: so there may be another.
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = alternate;
  stack.ss_size = STACK;
  if (sigaltstack(&stack, NULL) < 0) {
    perror("sigaltstack");
    return 1;
  }
  install(SIGUSR1, SA_ONSTACK);
  run("the first with SA_ONSTACK");

  sigaltstack(NULL, &stack);
  printf("afterwards we are %s the alternate stack\n", stack.ss_flags & SS_ONSTACK ? "on" : "no longer on");
  return 0;
}
