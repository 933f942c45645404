// stopped-does-nothing — a stopped process does not run until SIGCONT, whatever becomes ready; signal(7).
#include "../check.h"
#include <sched.h>

int main(void) {
  int in[2], out[2];
  MUST(pipe(in));
  MUST(pipe2(out, O_NONBLOCK));
  pid_t pid = fork();
  if (pid == 0) {
    char c;
    while (read(in[0], &c, 1) == 1 && c != 'q') write(out[1], &c, 1);
    _exit(0);
  }
  int s;
  char c;
  MUST(kill(pid, SIGSTOP));
  MUST(waitpid(pid, &s, WUNTRACED));
  MUST(write(in[1], "abcq", 4));
  for (int i = 0; i < 1000; i++) sched_yield();
  ERR(read(out[0], &c, 1));
  MUST(kill(pid, SIGCONT));
  reap("child", pid);
  char text[8] = "";
  ERR(read(out[0], text, sizeof text));
  say("%s\n", text);
  return 0;
}
