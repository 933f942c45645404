// many — two thousand queued signals are all delivered, in order; none is left.
// sigqueue(3).
#include "../signals.h"

enum { MANY = 2000 };

static volatile int received, wrong;

static void handler(int sig, siginfo_t *info, void *context) {
  if (info->si_value.sival_int != received) wrong++;
  received++;
}

int main(void) {
  catch_info(SIGRTMIN + 1, handler, 0);
  mask_set(SIG_BLOCK, SET(SIGRTMIN + 1));
  for (int i = 0; i < MANY; i++)
    MUST(sigqueue(getpid(), SIGRTMIN + 1, (union sigval){ .sival_int = i }));
  SHOW(received);
  mask_set(SIG_UNBLOCK, SET(SIGRTMIN + 1));
  SHOW(received);
  SHOW(wrong);
  show_pending("pending");
  // By sigwaitinfo, from a child that has ended long before.
  sigset_t set = SET(SIGRTMIN + 1);
  mask_set(SIG_BLOCK, set);
  CHILD("child",
    for (int i = 0; i < MANY; i++)
      MUST(sigqueue(getppid(), SIGRTMIN + 1, (union sigval){ .sival_int = i })));
  siginfo_t info;
  int sum = 0;
  for (int i = 0; i < MANY; i++) {
    MUST(sigwaitinfo(&set, &info));
    sum += info.si_value.sival_int == i;
  }
  SHOW(sum);
  ERR(sigtimedwait(&set, &info, &(struct timespec){ 0, 0 }));
  // What a process has queued goes with it.
  for (int round = 0; round < 3; round++)
    CHILD("ends with a full queue",
      for (int i = 0; i < MANY; i++)
        MUST(sigqueue(getpid(), SIGRTMIN + 1, (union sigval){ .sival_int = i })));
  return 0;
}
