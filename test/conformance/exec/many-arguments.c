// many-arguments — two thousand arguments arrive, and as many environment strings; execve(2).
// programs: args
#include "../check.h"

int main(void) {
  static char *argv[2002], *envp[2001];
  static char text[2001][20];
  for (int i = 0; i < 2000; i++) {
    snprintf(text[i], 20, "V%d=%d", i, i * i);
    argv[i + 1] = envp[i] = text[i];
  }
  argv[0] = "args";
  int p[2];
  MUST(pipe(p));
  pid_t pid = fork();
  if (pid == 0) {
    dup2(p[1], 1);
    close(p[0]);
    argv[1] = "env";
    execve(program("args"), argv, envp);
    _exit(127);
  }
  close(p[1]);
  long lines = 0, bytes = 0, n;
  static char buf[8192];
  while ((n = read(p[0], buf, sizeof buf)) > 0) {
    bytes += n;
    for (long i = 0; i < n; i++) lines += buf[i] == '\n';
  }
  SHOW(lines);
  SHOW(bytes);
  reap("args", pid);
  return 0;
}
