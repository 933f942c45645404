// handler-stays — a handler that never returns is interrupted by others, killed, stopped and continued.
// signal(7).
#include "../signals.h"

static volatile sig_atomic_t others;
static volatile unsigned counter;
static gate ready;

static void stays(int sig) {
  gate_open(ready);
  for (;;) counter++;
}

static void waits(int sig) {
  gate_open(ready);
  for (;;) pause();
}

static void counts(int sig) {
  others++;
  gate_open(ready);
}
static void leaves(int sig) { _exit(others); }

static pid_t start(void (*handler)(int)) {
  pid_t pid = fork();
  if (pid == 0) {
    catch(SIGUSR1, handler, 0);
    catch(SIGUSR2, counts, 0);
    catch(SIGTERM, leaves, 0);
    raise(SIGUSR1);
    _exit(99);
  }
  gate_wait(ready);
  return pid;
}

static void test(const char *what, void (*handler)(int)) {
  say("%s\n", what);
  pid_t pid = start(handler);
  for (int i = 0; i < 20; i++) {
    MUST(kill(pid, SIGUSR2));
    gate_wait(ready);
  }
  // Its own signal waits for ever.
  MUST(kill(pid, SIGUSR1));
  MUST(kill(pid, SIGTERM));
  reap("counted", pid);
  pid = start(handler);
  MUST(kill(pid, SIGUSR1));
  MUST(kill(pid, SIGKILL));
  reap("killed", pid);
  pid = start(handler);
  int status;
  MUST(kill(pid, SIGSTOP));
  MUST(waitpid(pid, &status, WUNTRACED));
  say("%s\n", statusname(status));
  MUST(kill(pid, SIGUSR2));
  MUST(kill(pid, SIGCONT));
  gate_wait(ready);
  MUST(kill(pid, SIGTERM));
  reap("continued", pid);
}

int main(void) {
  ready = gate_new();
  test("a handler that computes", stays);
  test("a handler that waits", waits);
  return 0;
}
