// during-wait — SIGCHLD of another child ends a wait for this one; that of the one waited for does not.
// waitpid(2), signal(7).
#include "seen.h"
#include <time.h>

static pid_t ends_after(gate g, int status) {
  pid_t pid = MUST(fork());
  if (pid) return pid;
  gate_wait(g);
  _exit(status);
}

// Stops and continues the first child, so that the parent gets a SIGCHLD every time.
static void disturb(pid_t first, int times) {
  for (int i = 0; times == 0 || i < times; i++) {
    struct timespec t = { 0, 500000 };
    kill(first, i % 2 ? SIGCONT : SIGSTOP);
    nanosleep(&t, NULL);
  }
}

static void test(const char *name, int flags) {
  gate a = gate_new(), b = gate_new();
  pid_t first = ends_after(a, 1), second = ends_after(b, 2);
  watch(flags);
  MUST(sigprocmask(SIG_SETMASK, &before, NULL));
  say("%s\n", name);
  pid_t helper = MUST(fork());
  if (helper == 0) {
    signal(SIGCHLD, SIG_DFL);
    disturb(first, flags ? 20 : 0);
    gate_open(b);
    _exit(3);
  }
  int s = 0, old = seen;
  pid_t r = waitpid(second, &s, 0);
  if (r < 0) say("waitpid: %s\n", errname(errno));
  else say("waitpid: %s, %s\n", r == second ? "second" : "another", statusname(s));
  SHOW(seen > old);
  signal(SIGCHLD, SIG_DFL);
  kill(helper, SIGKILL);
  kill(first, SIGKILL);
  kill(second, SIGKILL);
  while (wait(NULL) > 0) ;
}

int main(void) {
  test("SA_RESTART", SA_RESTART);
  test("no flags", 0);
  // The end of the very child: waitpid returns it, whatever the flags; the handler has run by then.
  watch(0);
  MUST(sigprocmask(SIG_SETMASK, &before, NULL));
  gate g = gate_new();
  for (int i = 0; i < 20; i++) {
    int s, old = seen;
    pid_t pid = ends_after(g, 7);
    gate_open(g);
    pid_t r = waitpid(pid, &s, 0);
    if (r != pid || WEXITSTATUS(s) != 7 || seen != old + 1)
      say("waitpid: %s, %d\n", errname(errno), seen - old);
  }
  say("20 ends seen\n");
  return 0;
}
