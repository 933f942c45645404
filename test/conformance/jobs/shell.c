// shell — the core of job control: jobs in foreground and background, stopped, resumed, ended; waitpid(2).
#include "../check.h"

typedef struct { pid_t group; int left; const char *name; } job;

static gate go;

// A job of n processes, each of which stops itself once before it waits for its end.
static job start(const char *name, int n) {
  job j = { 0, n, name };
  for (int i = 0; i < n; i++) {
    pid_t pid = MUST(fork());
    if (pid == 0) {
      setpgid(0, j.group);
      raise(SIGTSTP);
      gate_wait(go);
      _exit(0);
    }
    if (i == 0) j.group = pid;
    setpgid(pid, j.group);
  }
  return j;
}

// Waits until all members have stopped or all have ended.
static void foreground(job *j) {
  int stopped = 0, s = 0;
  while (j->left > stopped) {
    MUST(waitpid(-j->group, &s, WUNTRACED));
    if (WIFSTOPPED(s)) stopped++;
    else j->left--;
  }
  say("[%s] %s\n", j->name, stopped ? "stopped" : WIFSIGNALED(s) ? signame(WTERMSIG(s)) : "done");
}

static void background(job *j) {
  MUST(killpg(j->group, SIGCONT));
  int s;
  for (int i = 0; i < j->left; i++) MUST(waitpid(-j->group, &s, WCONTINUED));
  say("[%s] continued\n", j->name);
}

int main(void) {
  // The shell itself is not to be stopped.
  signal(SIGTSTP, SIG_DFL);
  go = gate_new();
  job a = start("a", 3), b = start("b", 1), c = start("c", 2);
  foreground(&a);
  foreground(&b);
  foreground(&c);
  background(&b);
  gate_open(go);
  foreground(&b);
  background(&a);
  MUST(killpg(a.group, SIGTSTP));
  foreground(&a);
  MUST(killpg(c.group, SIGINT));
  background(&a);
  MUST(killpg(c.group, SIGCONT));
  foreground(&c);
  for (int i = 0; i < 3; i++) gate_open(go);
  foreground(&a);
  ERR(waitpid(-1, NULL, WNOHANG));
  return 0;
}
