// orphan-hangup — a group that becomes orphaned with a stopped member gets SIGHUP, then SIGCONT; _exit(2).
#include "../check.h"

static int out;
static gate go, ready;

static void on_signal(int sig) { write(out, sig == SIGHUP ? "SIGHUP " : "SIGCONT ", sig == SIGHUP ? 7 : 8); }

// Each handler runs to its end before the next signal is taken.
static void catch_both(void) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_handler = on_signal;
  sigfillset(&act.sa_mask);
  MUST(sigaction(SIGHUP, &act, NULL));
  MUST(sigaction(SIGCONT, &act, NULL));
}

// The member that is to be left behind: in a group of its own or in its parent's.
static pid_t member(int own_group, int catches) {
  pid_t pid = MUST(fork());
  if (pid) {
    if (own_group) MUST(setpgid(pid, pid));
    return pid;
  }
  if (own_group) MUST(setpgid(0, 0));
  if (catches) catch_both();
  gate_open(ready);
  char c;
  while (read(go.fd[0], &c, 1) < 0 && errno == EINTR) ;
  write(out, "ends ", 5);
  _exit(0);
}

static void test(const char *name, int own_group, int catches, int stops) {
  int p[2];
  MUST(pipe(p));
  go = gate_new(), ready = gate_new();
  pid_t parent = MUST(fork());
  if (parent == 0) {
    MUST(setpgid(0, 0));
    close(p[0]);
    out = p[1];
    pid_t pid = member(own_group, catches);
    // A second one that never stops hears the same signals, if there are any.
    pid_t other = MUST(fork());
    if (other == 0) {
      if (own_group) MUST(setpgid(0, pid));
      signal(SIGHUP, SIG_IGN);
      close(out);
      gate_open(ready);
      gate_wait(go);
      _exit(0);
    }
    gate_wait(ready), gate_wait(ready);
    int s;
    if (stops) MUST(kill(pid, stops)), MUST(waitpid(pid, &s, WUNTRACED));
    _exit(0);
  }
  close(p[1]);
  MUST(waitpid(parent, NULL, 0));
  gate_open(go), gate_open(go);
  char text[80] = "";
  int n = 0, r;
  while ((r = MUST(read(p[0], text + n, sizeof text - 1 - n))) > 0) n += r;
  say("%s: %s\n", name, text);
  close(p[0]), gate_free(go), gate_free(ready);
}

int main(void) {
  test("own group, stopped", 1, 1, SIGSTOP);
  test("own group, stopped by SIGTSTP", 1, 1, SIGTSTP);
  test("own group, stopped, default actions", 1, 0, SIGSTOP);
  test("own group, running", 1, 1, 0);
  test("parent's group, stopped", 0, 1, SIGSTOP);
  test("parent's group, running", 0, 1, 0);
  return 0;
}
