// 12-sigaction — a handler by sigaction(): what it is told, what waits meanwhile, how often it runs.
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// What a handler may call is little: printf is not on the list, for it may have been interrupted itself.
static void say(const char *text) { write(1, text, strlen(text)); }

// With SA_SIGINFO a handler learns more than the number.
static void on_signal(int sig, siginfo_t *info, void *context) {
  (void)context;  // What was interrupted: registers, mask, stack.
  char text[100];
  const char *sender = info->si_pid == getpid() ? "itself" : info->si_pid == getppid() ? "its parent" : "?";
  const char *how = info->si_code == SI_QUEUE ? "sigqueue" : info->si_code == SI_USER ? "kill" : "raise";
  snprintf(text, sizeof text, "  signal %d, sent by %s with %s", sig, sender, how);
  say(text);
  if (info->si_code == SI_QUEUE) {
    snprintf(text, sizeof text, ", value %d", info->si_value.sival_int);
    say(text);
  }
  say("\n");
}

static void outer(int sig) {
  (void)sig;
  say("  outer handler begins\n");
  raise(SIGUSR2);  // In this handler's sa_mask: it has to wait.
  say("  outer handler ends\n");
}

static void install(int sig, void (*plain)(int), void (*informed)(int, siginfo_t *, void *), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  if (plain) action.sa_handler = plain;
  else action.sa_sigaction = informed;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaddset(&action.sa_mask, SIGUSR2);
  if (sigaction(sig, &action, NULL) < 0) perror("sigaction");
}

int main(void) {
  install(SIGUSR2, NULL, on_signal, SA_SIGINFO);
  say("kill, raise and sigqueue:\n");
  kill(getpid(), SIGUSR2);
  raise(SIGUSR2);
  // The child inherits the handler and the mask; it lets the signal in when it is ready.
  sigset_t block, old;
  sigemptyset(&block);
  sigaddset(&block, SIGUSR2);
  sigprocmask(SIG_BLOCK, &block, &old);
  pid_t child = fork();
  if (child == 0) {
    sigsuspend(&old);
    _exit(0);
  }
  sigqueue(child, SIGUSR2, (union sigval){ .sival_int = 42 });
  waitpid(child, NULL, 0);
  sigprocmask(SIG_SETMASK, &old, NULL);

  say("sa_mask:\n");
  install(SIGUSR1, outer, NULL, 0);
  raise(SIGUSR1);

  say("SA_RESETHAND, a handler for one time:\n");
  install(SIGTERM, NULL, on_signal, SA_SIGINFO | (int)SA_RESETHAND);
  child = fork();
  if (child == 0) {
    raise(SIGTERM);
    raise(SIGTERM);  // The default again.
    _exit(0);
  }
  int status;
  waitpid(child, &status, 0);
  printf("  the second one ended the child: %s\n", strsignal(WTERMSIG(status)));

  // Two signals always keep their meaning: SIGKILL and SIGSTOP.
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_IGN;
  printf("SIGKILL can%s be ignored\n", sigaction(SIGKILL, &action, NULL) < 0 ? "not" : "");
  return 0;
}
