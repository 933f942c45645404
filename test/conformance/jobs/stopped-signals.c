// stopped-signals — what is sent to a stopped process waits for SIGCONT; only SIGKILL does not; signal(7).
#include "../check.h"

static int p[2];

static void on_signal(int sig) {
  char text[20];
  int n = sprintf(text, "%s ", sig < 32 ? signame(sig) : sig == SIGRTMIN ? "SIGRTMIN" : "SIGRTMIN+1");
  write(p[1], text, n);
}

static pid_t stopped_child(int catches) {
  pid_t pid = MUST(fork());
  if (pid == 0) {
    struct sigaction act;
    memset(&act, 0, sizeof act);
    act.sa_handler = on_signal;
    sigfillset(&act.sa_mask);
    int signals[] = { SIGUSR1, SIGUSR2, SIGTERM, SIGHUP, SIGCONT, SIGRTMIN, SIGRTMIN + 1 };
    for (int i = 0; catches && i < 7; i++) MUST(sigaction(signals[i], &act, NULL));
    raise(SIGSTOP);
    write(p[1], "goes on ", 8);
    _exit(1);
  }
  int s;
  MUST(waitpid(pid, &s, WUNTRACED));
  return pid;
}

static void result(const char *name, pid_t pid) {
  int s;
  char text[200] = "";
  MUST(waitpid(pid, &s, 0));
  ssize_t n = read(p[0], text, sizeof text - 1);
  say("%s: %s%s\n", name, n < 0 ? "" : text, statusname(s));
}

int main(void) {
  MUST(pipe2(p, O_NONBLOCK));
  int signals[] = { SIGRTMIN + 1, SIGTERM, SIGRTMIN, SIGUSR2, SIGHUP, SIGUSR1, SIGUSR1, SIGRTMIN };
  pid_t pid = stopped_child(1);
  for (int i = 0; i < 8; i++) MUST(kill(pid, signals[i]));
  MUST(kill(pid, SIGCONT));
  result("caught", pid);
  // A second stop signal stops once more only if it comes after SIGCONT.
  pid = stopped_child(1);
  MUST(kill(pid, SIGSTOP));
  MUST(kill(pid, SIGTSTP));
  MUST(kill(pid, SIGUSR1));
  MUST(kill(pid, SIGCONT));
  result("more stops", pid);
  // The lowest of several deadly ones.
  pid = stopped_child(0);
  MUST(kill(pid, SIGTERM));
  MUST(kill(pid, SIGUSR1));
  int s;
  SHOW(waitpid(pid, &s, WNOHANG));
  MUST(kill(pid, SIGCONT));
  result("deadly ones", pid);
  pid = stopped_child(1);
  MUST(kill(pid, SIGTERM));
  MUST(kill(pid, SIGKILL));
  result("SIGKILL", pid);
  return 0;
}
