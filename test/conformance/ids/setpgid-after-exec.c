// setpgid-after-exec — a child that has executed another program can no longer be moved: EACCES; setpgid(2).
// programs: upper
#include "../check.h"

int main(void) {
  int in[2], out[2];
  char c;
  MUST(pipe(in));
  MUST(pipe(out));
  pid_t pid = fork();
  if (pid == 0) {
    dup2(in[0], 0), dup2(out[1], 1);
    close(in[0]), close(in[1]), close(out[0]), close(out[1]);
    fcntl(out[0], F_SETFD, FD_CLOEXEC);
    execl(program("upper"), "upper", (char *)NULL);
    _exit(127);
  }
  close(in[0]), close(out[1]);
  // Its stdio flushes at the end of its input only: by then it has surely executed.
  MUST(write(in[1], "x", 1));
  gate g = gate_new();
  pid_t second = fork();
  if (second == 0) {
    close(in[1]);
    gate_wait(g);
    _exit(0);
  }
  close(in[1]);
  MUST(read(out[0], &c, 1));
  SHOW(c);
  siginfo_t info;
  MUST(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
  ERR(setpgid(pid, 0));
  ERR(setpgid(second, 0));
  gate_open(g);
  reap("upper", pid);
  reap("second", second);
  return 0;
}
