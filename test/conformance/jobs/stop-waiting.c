// stop-waiting — a stopped process sees what happened meanwhile only when it is continued; signal(7).
#include "../check.h"
#include <sched.h>

static gate g, ready;
static int p[2];

static void tell(const char *text) { MUST(write(p[1], text, strlen(text))); }

static void in_waitpid(void) {
  pid_t pid = MUST(fork());
  if (pid == 0) {
    gate_wait(g);
    _exit(3);
  }
  gate_open(ready);
  int s;
  MUST(waitpid(pid, &s, 0));
  tell(statusname(s));
}

static void in_read(void) {
  gate_open(ready);
  gate_wait(g);
  tell("read");
}

static void in_write(void) {
  static char block[65536];
  int full[2];
  MUST(pipe(full));
  MUST(write(full[1], block, sizeof block));
  if (MUST(fork()) == 0) {
    gate_wait(g);
    MUST(read(full[0], block, sizeof block));
    _exit(0);
  }
  gate_open(ready);
  MUST(write(full[1], "x", 1));
  tell("written");
}

static void test(const char *name, void (*body)(void)) {
  g = gate_new(), ready = gate_new();
  MUST(pipe(p));
  MUST(fcntl(p[0], F_SETFL, O_NONBLOCK));
  pid_t pid = MUST(fork());
  if (pid == 0) {
    body();
    _exit(0);
  }
  gate_wait(ready);
  for (int i = 0; i < 50; i++) sched_yield();
  int s;
  MUST(kill(pid, SIGSTOP));
  MUST(waitpid(pid, &s, WUNTRACED));
  gate_open(g);
  usleep(5000);
  char text[40] = "";
  ssize_t n = read(p[0], text, sizeof text - 1);
  say("%s: %s, then %s, ", name, statusname(s), n < 0 ? errname(errno) : text);
  MUST(kill(pid, SIGCONT));
  MUST(waitpid(pid, &s, 0));
  MUST(read(p[0], text, sizeof text - 1));
  say("%s, %s\n", text, statusname(s));
  close(p[0]), close(p[1]), gate_free(g), gate_free(ready);
}

int main(void) {
  test("waitpid", in_waitpid);
  test("read", in_read);
  test("write", in_write);
  return 0;
}
