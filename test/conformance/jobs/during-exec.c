// during-exec — a process that executes program after program takes its signals all the same; execve(2).
// programs: again status
#include "../check.h"

static pid_t executes(const char *times) {
  pid_t pid = MUST(fork());
  if (pid) return pid;
  execl(program("again"), "again", times, program("status"), (char *)NULL);
  _exit(127);
}

int main(void) {
  int s;
  // Ignored ones do not hurt it.
  pid_t pid = executes("30");
  for (int i = 0; MUST(waitpid(pid, &s, WNOHANG)) == 0; i++) {
    int signals[] = { SIGWINCH, SIGCONT, SIGCHLD, SIGURG };
    MUST(kill(pid, signals[i % 4]));
    usleep(100);
  }
  say("ignored: %s\n", statusname(s));
  // Stopped and continued over and over, it gets to its end.
  pid = executes("30");
  int stops = 0;
  for (;;) {
    MUST(kill(pid, SIGSTOP));
    MUST(waitpid(pid, &s, WUNTRACED));
    if (!WIFSTOPPED(s)) break;
    stops++;
    MUST(kill(pid, SIGCONT));
    usleep(200);
  }
  say("stopped and continued: %s, %s\n", statusname(s), stops ? "more than once" : "never stopped");
  // Deadly ones end it, whenever they come.
  int signals[] = { SIGTERM, SIGKILL, SIGHUP };
  for (int i = 0; i < 12; i++) {
    pid = executes("1000000");
    usleep(i * 400);
    MUST(kill(pid, signals[i % 3]));
    MUST(waitpid(pid, &s, 0));
    if (!WIFSIGNALED(s) || WTERMSIG(s) != signals[i % 3]) say("%d: %s\n", i, statusname(s));
  }
  say("12 killed\n");
  return 0;
}
