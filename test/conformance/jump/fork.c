// fork — a place marked before a fork can be jumped to by parent and child, each in its own memory.
// longjmp(3), fork(2).
#include "../signals.h"
#include <setjmp.h>

static jmp_buf env;
static sigjmp_buf signal_env;

__attribute__((noinline)) static void forks_and_jumps(int depth) {
  volatile char frame[100];
  if (depth < 0) return;
  frame[depth] = depth;
  if (depth > 0) {
    forks_and_jumps(depth - 1);
    say("never seen %d\n", frame[depth]);
    return;
  }
  pid_t pid = fork();
  if (pid == 0) longjmp(env, 2);
  reap("child", pid);
  longjmp(env, 3);
}

static void handler(int sig) { siglongjmp(signal_env, sig); }
static void forks(int sig) {
  pid_t pid = fork();
  if (pid) reap("child of the handler", pid);
  siglongjmp(signal_env, pid ? 100 : 200);
}

int main(void) {
  volatile int local = 1;
  int r = setjmp(env);
  if (r == 0) {
    local = 5;
    forks_and_jumps(10);
  }
  local += r;
  say("%s: local %d\n", r == 2 ? "child" : "parent", local);
  if (r == 2) _exit(local);
  // Marked before, jumped to in the child, again and again.
  volatile int rounds = 0;
  CHILD("child",
    setjmp(env);
    if (++rounds < 100) longjmp(env, 1);
    SHOW(rounds));
  SHOW(rounds);
  rounds = 0;
  if (setjmp(env) == 0) {
    pid_t pid = fork();
    if (pid == 0) {
      rounds = 50;
      longjmp(env, 1);
    }
    reap("jumped", pid);
  } else {
    SHOW(rounds);
    _exit(8);
  }
  SHOW(rounds);
  // Out of handlers.
  catch(SIGUSR1, handler, 0);
  catch(SIGUSR2, forks, 0);
  CHILD("handler in the child",
    if (sigsetjmp(signal_env, 1) == 0) raise(SIGUSR1);
    show_mask("child"));
  r = sigsetjmp(signal_env, 1);
  if (r == 0) raise(SIGUSR2);
  show_mask(r == 200 ? "child" : "parent");
  if (r == 200) _exit(9);
  return 0;
}
