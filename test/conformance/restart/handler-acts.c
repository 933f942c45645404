// handler-acts — a call that begins anew sees what the handler has done to its descriptor; signal(7).
#include "../check.h"
#include <sys/time.h>

static int p[2], other[2];

static void feeds(int sig) { write(p[1], "fed", 3); }
static void makes_nonblocking(int sig) { fcntl(p[0], F_SETFL, O_NONBLOCK); }
static void closes(int sig) { close(p[0]); }
static void replaces(int sig) { dup2(other[0], p[0]); }
static void closes_writer(int sig) { close(p[1]); }

static void test(const char *name, void (*handler)(int)) {
  char text[8] = "";
  MUST(pipe(p));
  MUST(pipe(other));
  MUST(write(other[1], "other", 5));
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_handler = handler;
  act.sa_flags = SA_RESTART;
  MUST(sigaction(SIGALRM, &act, NULL));
  struct itimerval soon = { { 0, 0 }, { 0, 5000 } };
  MUST(setitimer(ITIMER_REAL, &soon, NULL));
  say("%s\n", name);
  ERR(read(p[0], text, sizeof text));
  say("\"%s\"\n", text);
  close(p[0]), close(p[1]), close(other[0]), close(other[1]);
}

int main(void) {
  test("writes", feeds);
  test("sets O_NONBLOCK", makes_nonblocking);
  test("closes the descriptor", closes);
  test("puts another in its place", replaces);
  test("closes the last writer", closes_writer);
  return 0;
}
