// stop-vfork — the parent of a vfork stops only when its child has ended or executed; vfork(2).
// programs: status
#include "../check.h"

static gate go;

// vforks a child that waits for the gate, then ends or executes.
static void by_vfork(const char *path) {
  pid_t pid = vfork();
  if (pid == 0) {
    char c;
    if (read(go.fd[0], &c, 1) != 1) _exit(99);
    if (path) execl(path, "status", "8", (char *)NULL);
    _exit(7);
  }
  say("vfork has returned\n");
  reap("vfork's child", pid);
  _exit(1);
}

static void test(const char *name, const char *path) {
  say("%s\n", name);
  go = gate_new();
  gate ready = gate_new();
  pid_t pid = MUST(fork());
  if (pid == 0) {
    gate_open(ready);
    by_vfork(path);
  }
  gate_wait(ready);
  usleep(3000);
  MUST(kill(pid, SIGSTOP));
  gate_open(go);
  // Stopped it is in any case, in vfork or before.
  int s;
  MUST(waitpid(pid, &s, WUNTRACED));
  say("%s\n", statusname(s));
  MUST(kill(pid, SIGCONT));
  reap("parent", pid);
  gate_free(go), gate_free(ready);
}

// The other way round: while the child is stopped the parent goes on waiting.
static void child_stops(void) {
  say("child stopped\n");
  go = gate_new();
  int p[2], s;
  MUST(pipe(p));
  pid_t pid = MUST(fork()), child;
  if (pid == 0) {
    pid_t v = vfork();
    if (v == 0) {
      char c;
      pid_t self = getpid();
      write(p[1], &self, sizeof self);
      _exit(read(go.fd[0], &c, 1) == 1 ? 6 : 99);
    }
    say("vfork has returned\n");
    reap("vfork's child", v);
    _exit(2);
  }
  MUST(read(p[0], &child, sizeof child));
  MUST(kill(child, SIGSTOP));
  gate_open(go);
  usleep(3000);
  SHOW(waitpid(pid, &s, WNOHANG | WUNTRACED));
  MUST(kill(child, SIGCONT));
  reap("parent", pid);
}

int main(void) {
  test("exit", NULL);
  test("exec", program("status"));
  child_stops();
  return 0;
}
