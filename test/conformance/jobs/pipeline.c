// pipeline — a job of three processes in one group: stopped, continued and killed as one; killpg(3).
#include "../check.h"

static gate go;

static pid_t member(pid_t group, int status) {
  pid_t pid = MUST(fork());
  if (pid == 0) {
    setpgid(0, group);
    gate_wait(go);
    _exit(status);
  }
  MUST(setpgid(pid, group));
  return pid;
}

static const char *which(pid_t r, const pid_t *pid) {
  return r == pid[0] ? "first" : r == pid[1] ? "second" : r == pid[2] ? "third" : "another";
}

// Three events of the group, in whatever order they come, told in the members' order.
static void events(pid_t *pid, int options) {
  int status[3];
  for (int i = 0; i < 3; i++) {
    int s;
    pid_t r = MUST(waitpid(-pid[0], &s, options));
    for (int n = 0; n < 3; n++)
      if (r == pid[n]) status[n] = s;
  }
  for (int i = 0; i < 3; i++) say("%s: %s\n", which(pid[i], pid), statusname(status[i]));
  ERR(waitpid(-pid[0], NULL, options | WNOHANG));
}

int main(void) {
  go = gate_new();
  pid_t pid[3];
  pid[0] = member(0, 1), pid[1] = member(pid[0], 2), pid[2] = member(pid[0], 3);
  ERR(killpg(pid[0], SIGTSTP));
  events(pid, WUNTRACED);
  ERR(killpg(pid[0], SIGCONT));
  events(pid, WCONTINUED);
  // One stopped alone, all continued: only the one tells of it.
  int s;
  MUST(kill(pid[1], SIGSTOP));
  SHOW(waitpid(-pid[0], &s, WUNTRACED) == pid[1]);
  MUST(kill(-pid[0], SIGCONT));
  SHOW(waitpid(-pid[0], &s, WCONTINUED) == pid[1]);
  say("%s\n", statusname(s));
  ERR(waitpid(-pid[0], &s, WUNTRACED | WCONTINUED | WNOHANG));
  for (int i = 0; i < 3; i++) gate_open(go);
  events(pid, 0);
  pid[0] = member(0, 1), pid[1] = member(pid[0], 2), pid[2] = member(pid[0], 3);
  MUST(killpg(pid[0], SIGSTOP));
  events(pid, WUNTRACED);
  // What would end them waits until they are continued.
  MUST(killpg(pid[0], SIGTERM));
  ERR(waitpid(-pid[0], NULL, WNOHANG));
  MUST(killpg(pid[0], SIGCONT));
  events(pid, 0);
  return 0;
}
