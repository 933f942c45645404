// killpg — sends a signal to a process group.
#include <errno.h>
#include <signal.h>

int killpg(pid_t pgroup, int sig) {
  if (pgroup < 0) {
    errno = EINVAL;
    return -1;
  }
  return kill(-pgroup, sig);
}
