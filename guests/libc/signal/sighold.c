// sighold — blocks one signal.
#include <signal.h>

int sighold(int sig) {
  sigset_t set;
  sigemptyset(&set);
  return sigaddset(&set, sig) < 0 ? -1 : sigprocmask(SIG_BLOCK, &set, 0);
}
