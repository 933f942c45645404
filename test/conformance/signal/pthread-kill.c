// pthread-kill — signals to the calling thread: caught before the call returns, pending while blocked;
// a value goes along; the result is an error number. pthread_kill(3), pthread_sigqueue(3).
#include "../check.h"
#include <pthread.h>

static void handler(int sig, siginfo_t *info, void *context) {
  say("%s: code %s, from me %d", signame(sig), info->si_code == SI_TKILL ? "SI_TKILL" : "SI_QUEUE",
      info->si_pid == getpid());
  if (info->si_code == SI_QUEUE) say(", value %d", info->si_value.sival_int);
  say("\n");
}

int main(void) {
  struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
  union sigval value = {.sival_int = 7};
  pthread_t me = pthread_self();
  sigset_t set, pending;
  MUST(sigaction(SIGUSR1, &action, NULL));
  SHOW(pthread_kill(me, SIGUSR1));
  SHOW(pthread_sigqueue(me, SIGUSR1, value));

  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  SHOW(pthread_sigmask(SIG_BLOCK, &set, NULL));
  SHOW(pthread_sigqueue(me, SIGUSR1, value));
  SHOW(pthread_kill(me, SIGUSR1));
  MUST(sigpending(&pending));
  SHOW(sigismember(&pending, SIGUSR1));
  SHOW(pthread_sigmask(SIG_UNBLOCK, &set, NULL));

  SHOW(pthread_kill(me, 0));
  SHOW(pthread_kill(me, 65) == EINVAL);
  SHOW(pthread_sigqueue(me, 65, value) == EINVAL);
  SHOW(pthread_sigmask(77, &set, NULL) == EINVAL);
  return 0;
}
