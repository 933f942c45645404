// info — SA_SIGINFO: who sent the signal and how: kill, raise, tgkill, sigqueue, by a child; sigaction(2).
#include "../signals.h"

static pid_t expected;

static void handler(int sig, siginfo_t *info, void *context) {
  say("%s: si_signo %s, si_errno %d, %s\n", sig_name(sig), sig_name(info->si_signo), info->si_errno,
    code_name(info->si_code));
  say("  pid %s, uid %s\n", info->si_pid == expected ? "as expected" : "wrong",
    info->si_uid == getuid() ? "mine" : "wrong");
  if (info->si_code == SI_QUEUE) say("  value %d\n", info->si_value.sival_int);
  if (context == NULL) say("  no context\n");
}

int main(void) {
  expected = getpid();
  catch_info(SIGUSR1, handler, 0);
  catch_info(SIGRTMIN + 1, handler, 0);
  int signals[] = { SIGUSR1, SIGRTMIN + 1 };
  for (int i = 0; i < 2; i++) {
    ERR(kill(getpid(), signals[i]));
    ERR(raise(signals[i]));
    ERR(tgkill(getpid(), getpid(), signals[i]));
    ERR(sigqueue(getpid(), signals[i], (union sigval){ .sival_int = -7 }));
  }
  // From a child: the signals wait until its pid is known.
  mask_set(SIG_BLOCK, SET(SIGUSR1, SIGRTMIN + 1));
  pid_t pid = fork();
  if (pid == 0) {
    kill(getppid(), SIGUSR1);
    sigqueue(getppid(), SIGRTMIN + 1, (union sigval){ .sival_int = 2000000000 });
    _exit(0);
  }
  reap("child", pid);
  expected = pid;
  mask_set(SIG_SETMASK, NONE);
  return 0;
}
