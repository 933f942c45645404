// two-at-once — of two signals that end a sleep, the one taken first decides on the restart; signal(7).
#include "../check.h"
#include <time.h>

static int p[2];

static void nothing(int sig) {}

static void action(int sig, int flags) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_handler = nothing;
  act.sa_flags = flags;
  MUST(sigaction(sig, &act, NULL));
}

static void test(const char *name, int usr1, int usr2, int ends) {
  gate ready = gate_new();
  MUST(pipe(p));
  pid_t pid = MUST(fork());
  if (pid == 0) {
    char c;
    action(SIGUSR1, usr1);
    action(SIGUSR2, usr2);
    gate_open(ready);
    say("%s\n", name);
    ERR(read(p[0], &c, 1));
    _exit(0);
  }
  gate_wait(ready);
  int s = 0;
  for (int i = 0; i < (ends ? 5000 : 3); i++) {
    struct timespec t = { 0, 1000000 };
    nanosleep(&t, NULL);
    MUST(kill(pid, SIGSTOP));
    MUST(waitpid(pid, &s, WUNTRACED));
    if (!WIFSTOPPED(s)) return;
    // Stopped, it takes neither before both are there.
    MUST(kill(pid, SIGUSR2));
    MUST(kill(pid, SIGUSR1));
    MUST(kill(pid, SIGCONT));
  }
  MUST(write(p[1], "x", 1));
  MUST(waitpid(pid, &s, 0));
}

int main(void) {
  test("SIGUSR1 restarts, SIGUSR2 does not", SA_RESTART, 0, 0);
  test("SIGUSR1 does not, SIGUSR2 restarts", 0, SA_RESTART, 1);
  test("both restart", SA_RESTART, SA_RESTART, 0);
  test("neither restarts", 0, 0, 1);
  return 0;
}
