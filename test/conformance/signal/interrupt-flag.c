// interrupt-flag — siginterrupt turns SA_RESTART off and on, nothing else; later signal calls follow it.
// siginterrupt(3).
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include "../signals.h"

static int p[2];
static volatile sig_atomic_t runs;

// A read that goes on finds something in the end.
static void handler(int sig) { if (++runs == 4) write(p[1], "x", 1); }

static void test(const char *what) {
  char c = '-';
  errno = 0;
  runs = 0;
  alarm_every(10);
  int n = read(p[0], &c, 1), error = errno;
  while (runs < 4) pause();
  alarm_every(0);
  say("%s: read %d %s\n", what, n, n < 0 ? errname(error) : "");
  if (n < 0) MUST(read(p[0], &c, 1));
}

int main(void) {
  MUST(pipe(p));
  catch_masked(SIGALRM, handler, SA_NODEFER, SET(SIGHUP));
  test("sigaction");
  ERR(siginterrupt(SIGALRM, 0));
  show_action("not interrupted", SIGALRM);
  test("siginterrupt 0");
  ERR(siginterrupt(SIGALRM, 1));
  show_action("interrupted", SIGALRM);
  test("siginterrupt 1");
  signal(SIGALRM, handler);
  test("signal afterwards");
  ERR(siginterrupt(SIGALRM, 0));
  signal(SIGALRM, handler);
  test("signal after siginterrupt 0");
  ERR(siginterrupt(0, 1));
  ERR(siginterrupt(65, 1));
  ERR(siginterrupt(SIGKILL, 1));
  ERR(siginterrupt(SIGKILL, 0));
  return 0;
}
