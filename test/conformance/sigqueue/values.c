// values — the value sent is the value received, a number or a pointer; from a child too.
// sigqueue(3), sigwaitinfo(2).
#include "../signals.h"

static int object;

static void receive(const sigset_t *set) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  int sig = MUST(sigwaitinfo(set, &info));
  say("%s: si_signo %s, si_errno %d, %s, ", sig_name(sig), sig_name(info.si_signo), info.si_errno,
    code_name(info.si_code));
  say("from %s, uid %d, value %d\n", info.si_pid == getpid() ? "me" : "another", info.si_uid == getuid(),
    info.si_value.sival_int);
}

int main(void) {
  sigset_t set = SET(SIGUSR1, SIGRTMIN, SIGRTMAX);
  mask_set(SIG_SETMASK, set);
  int values[] = { 0, 1, -1, 0x7fffffff, -0x7fffffff - 1, 0x12345678 };
  for (int i = 0; i < 6; i++) {
    MUST(sigqueue(getpid(), SIGRTMIN, (union sigval){ .sival_int = values[i] }));
    receive(&set);
  }
  MUST(sigqueue(getpid(), SIGRTMAX, (union sigval){ .sival_ptr = &object }));
  siginfo_t info;
  MUST(sigwaitinfo(&set, &info));
  SHOW(info.si_value.sival_ptr == &object);
  // si_int and si_ptr are the same places.
  SHOW(info.si_ptr == &object);
  MUST(sigqueue(getpid(), SIGUSR1, (union sigval){ .sival_int = 55 }));
  receive(&set);
  pid_t pid = fork();
  if (pid == 0) {
    for (int i = 0; i < 3; i++) sigqueue(getppid(), SIGRTMAX, (union sigval){ .sival_int = 100 + i });
    _exit(0);
  }
  for (int i = 0; i < 3; i++) receive(&set);
  reap("child", pid);
  MUST(kill(getpid(), SIGRTMIN));
  receive(&set);
  return 0;
}
