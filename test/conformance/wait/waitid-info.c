// waitid-info — the fields of siginfo_t after an exit and after a death by signal; waitid(2).
#include "../check.h"

static const char *code(int c) {
  return c == CLD_EXITED ? "CLD_EXITED" : c == CLD_KILLED ? "CLD_KILLED" : "other";
}

static void look(const char *who, pid_t pid, idtype_t type, id_t id, int options) {
  siginfo_t i;
  memset(&i, 0, sizeof i);
  ERR(waitid(type, id, &i, options));
  // Whether a core was dumped depends on the machine's limits.
  int c = i.si_code == CLD_DUMPED ? CLD_KILLED : i.si_code;
  say("%s: %s %s status %d, pid %s, uid %d\n", who, signame(i.si_signo), code(c), i.si_status,
      i.si_pid == pid ? "right" : "wrong", (int)(i.si_uid - getuid()));
}

int main(void) {
  pid_t pid = fork();
  if (pid == 0) _exit(300);
  look("P_PID", pid, P_PID, pid, WEXITED);
  if ((pid = fork()) == 0) _exit(-1);
  look("P_ALL", pid, P_ALL, 0, WEXITED);
  if ((pid = fork()) == 0) raise(SIGKILL);
  look("P_ALL", pid, P_ALL, 0, WEXITED | WSTOPPED | WCONTINUED);
  if ((pid = fork()) == 0) raise(SIGABRT);
  look("P_PID", pid, P_PID, pid, WEXITED);
  if ((pid = fork()) == 0) _exit(9);
  look("P_PGID", pid, P_PGID, getpgrp(), WEXITED);
  ERR(wait(NULL));
  return 0;
}
