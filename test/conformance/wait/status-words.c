// status-words — what the WIF macros say of each way to end, and the layout of the word; wait(2).
#include "../check.h"

static void look(const char *who, pid_t pid) {
  int s = -1;
  MUST(waitpid(pid, &s, 0));
  say("%s: exited %d signaled %d", who, !!WIFEXITED(s), !!WIFSIGNALED(s));
  say(" stopped %d continued %d", !!WIFSTOPPED(s), !!WIFCONTINUED(s));
  say(" word 0x%04x\n", s & ~0x80);
}

static pid_t child(int code, int sig) {
  pid_t pid = fork();
  if (pid) return pid;
  if (sig) kill(getpid(), sig);
  _exit(code);
}

int main(void) {
  look("exit 0", child(0, 0));
  look("exit 1", child(1, 0));
  look("exit 255", child(255, 0));
  look("SIGHUP", child(0, SIGHUP));
  look("SIGKILL", child(0, SIGKILL));
  look("SIGSEGV", child(0, SIGSEGV));
  look("SIGSYS", child(0, SIGSYS));
  return 0;
}
