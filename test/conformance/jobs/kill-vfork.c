// kill-vfork — a signal ends the parent of a vfork at once; its child lives on and may execute; vfork(2).
// programs: status
#include "../check.h"

int main(void) {
  const char *path = program("status");
  gate go = gate_new();
  int p[2];
  MUST(pipe(p));
  for (int i = 0; i < 3; i++) {
    gate ready = gate_new();
    pid_t pid = MUST(fork());
    if (pid == 0) {
      pid_t child = vfork();
      if (child == 0) {
        char c;
        gate_open(ready);
        if (read(go.fd[0], &c, 1) != 1) _exit(99);
        write(p[1], "child ends\n", 11);
        if (i == 2) execl(path, "status", "8", (char *)NULL);
        _exit(7);
      }
      say("vfork has returned\n");
      _exit(1);
    }
    gate_wait(ready);
    // SIGTERM as well, where its action is the default.
    MUST(kill(pid, i == 1 ? SIGTERM : SIGKILL));
    reap("parent", pid);
    gate_open(go);
    char text[20] = "";
    MUST(read(p[0], text, 11));
    say("%s", text);
    gate_free(ready);
  }
  return 0;
}
