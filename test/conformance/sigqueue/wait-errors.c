// wait-errors — EAGAIN when the time is over, EINVAL for a bad time, EFAULT; an empty set only waits.
// sigtimedwait(2).
#include "../signals.h"

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void timed(const char *what, sigset_t set, long long sec, long nsec) {
  struct timespec t = { sec, nsec };
  siginfo_t info;
  long long start = now();
  errno = 0;
  int sig = sigtimedwait(&set, &info, &t), error = errno;
  long long took = now() - start;
  say("%s: %s%s\n", what, sig < 0 ? errname(error) : sig_name(sig),
    error == EAGAIN && took < sec * 1000000000LL + nsec ? ", too early" : "");
}

int main(void) {
  mask_set(SIG_SETMASK, SET(SIGUSR1, SIGRTMIN));
  timed("poll, nothing", SET(SIGUSR1), 0, 0);
  timed("20 ms, nothing", SET(SIGUSR1), 0, 20000000);
  timed("20 ms, empty set", NONE, 0, 20000000);
  kill(getpid(), SIGRTMIN);
  timed("another is pending", SET(SIGUSR1), 0, 1000000);
  timed("it is pending", SET(SIGUSR1, SIGRTMIN), 0, 0);
  kill(getpid(), SIGUSR1);
  timed("pending, long time", SET(SIGUSR1), 1000, 0);
  kill(getpid(), SIGUSR1);
  timed("billion nanoseconds", SET(SIGUSR1), 0, 1000000000);
  timed("negative nanoseconds", SET(SIGUSR1), 0, -1);
  timed("negative seconds", SET(SIGUSR1), -1, 0);
  timed("still pending", SET(SIGUSR1), 0, 0);
  sigset_t set = SET(SIGUSR1);
  ERR(sigwaitinfo((sigset_t *)-1, NULL));
  ERR(sigtimedwait(&set, NULL, (struct timespec *)-1));
  // The signal is taken before the info is found to have no place.
  kill(getpid(), SIGUSR1);
  ERR(sigwaitinfo(&set, (siginfo_t *)-1));
  show_pending("pending");
  pid_t pid = fork();
  if (pid == 0) {
    nanosleep(&(struct timespec){ 0, 10000000 }, NULL);
    kill(getppid(), SIGUSR1);
    _exit(0);
  }
  timed("comes while waiting", SET(SIGUSR1), 1000, 0);
  reap("child", pid);
  return 0;
}
