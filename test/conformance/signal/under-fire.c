// under-fire — signals that come all the time disturb no fork, exec, wait or exit; the last one ends it all.
// fork(2), execve(2), signal(7).
// programs: again status
#include "../signals.h"

static volatile sig_atomic_t runs;

static void handler(int sig) { runs++; }

// Sends the signal without a pause until the target has ended.
static int fire(pid_t target, int sig) {
  int status;
  while (waitpid(target, &status, WNOHANG) == 0) {
    kill(target, sig);
    sched_yield();
  }
  return status;
}

static void forks(void) {
  for (int i = 0; i < 40; i++) {
    int status;
    pid_t pid = fork();
    if (pid == 0) {
      if (getpid() == getppid()) _exit(99);
      _exit(i);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid) _exit(97);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != i) _exit(96);
  }
  _exit(5);
}

static void test(const char *what, int sig, void (*body)(void)) {
  pid_t pid = fork();
  if (pid == 0) body();
  say("%s: %s\n", what, statusname(fire(pid, sig)));
}

static void executes(void) { execl(program("again"), "again", "15", program("status"), (char *)NULL); }
static void exits(void) { exit(11); }
static void leaves(void) { _exit(12); }
static void nothing(void) { for (;;) runs++; }

int main(void) {
  catch(SIGUSR1, handler, SA_RESTART);
  signal(SIGUSR2, SIG_IGN);
  test("handler, forks", SIGUSR1, forks);
  test("ignored, forks", SIGUSR2, forks);
  test("ignored, executes", SIGUSR2, executes);
  mask_set(SIG_BLOCK, SET(SIGTERM));
  test("blocked, executes", SIGTERM, executes);
  test("blocked, forks", SIGTERM, forks);
  mask_set(SIG_SETMASK, NONE);
  for (int i = 0; i < 10; i++) {
    pid_t pid = fork();
    if (pid == 0) i % 2 ? exits() : leaves();
    int status = fire(pid, SIGUSR1), right = i % 2 ? 11 : 12;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != right) say("wrong: %s\n", statusname(status));
  }
  test("default, computes", SIGTERM, nothing);
  test("SIGKILL, computes", SIGKILL, nothing);
  return 0;
}
