// sigrelse — unblocks one signal.
#include <signal.h>

int sigrelse(int sig) {
  sigset_t set;
  sigemptyset(&set);
  return sigaddset(&set, sig) < 0 ? -1 : sigprocmask(SIG_UNBLOCK, &set, 0);
}
