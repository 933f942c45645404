// continue-always — SIGCONT continues a process that ignores, blocks or catches it; signal(7).
#include "../check.h"

static int p[2];

static void on_cont(int sig) { write(p[1], "handler ", 8); }

static void test(const char *name, void (*handler)(int), int block) {
  MUST(pipe(p));
  pid_t pid = MUST(fork());
  if (pid == 0) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCONT);
    if (block) MUST(sigprocmask(SIG_BLOCK, &set, NULL));
    signal(SIGCONT, handler);
    raise(SIGSTOP);
    write(p[1], "goes on ", 8);
    sigset_t pending;
    MUST(sigpending(&pending));
    if (sigismember(&pending, SIGCONT)) write(p[1], "pending ", 8);
    if (block) MUST(sigprocmask(SIG_UNBLOCK, &set, NULL));
    _exit(0);
  }
  close(p[1]);
  int s;
  char text[80] = "";
  MUST(waitpid(pid, &s, WUNTRACED));
  say("%s: %s, ", name, statusname(s));
  MUST(kill(pid, SIGCONT));
  // It must have ended before it is waited for: a continue is then no longer told.
  for (int n = 0, r; (r = MUST(read(p[0], text + n, sizeof text - 1 - n))) > 0;) n += r;
  MUST(waitpid(pid, &s, 0));
  say("%s%s\n", text, statusname(s));
  close(p[0]);
}

int main(void) {
  test("default", SIG_DFL, 0);
  test("ignored", SIG_IGN, 0);
  test("caught", on_cont, 0);
  test("blocked, default", SIG_DFL, 1);
  test("blocked, ignored", SIG_IGN, 1);
  test("blocked, caught", on_cont, 1);
  return 0;
}
