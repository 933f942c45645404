// while-waiting — signals of the set that come while a process waits are taken: never handled, never lost.
// sigwaitinfo(2).
#include "../signals.h"

static volatile sig_atomic_t runs;

static void handler(int sig) { runs++; }

int main(void) {
  enum { EACH = 300 };
  catch(SIGRTMIN, handler, 0);
  catch(SIGRTMIN + 1, handler, 0);
  sigset_t set = SET(SIGRTMIN, SIGRTMIN + 1);
  mask_set(SIG_BLOCK, set);
  pid_t children[2];
  for (int child = 0; child < 2; child++) {
    if ((children[child] = fork()) == 0) {
      for (int i = 0; i < EACH; i++) {
        MUST(sigqueue(getppid(), SIGRTMIN + child, (union sigval){ .sival_int = i }));
        if (i % 16 == 0) sched_yield();
      }
      _exit(child);
    }
  }
  int next[2] = { 0, 0 }, wrong = 0;
  for (int i = 0; i < 2 * EACH; i++) {
    siginfo_t info;
    int which = MUST(sigwaitinfo(&set, &info)) - SIGRTMIN;
    if (info.si_pid != children[which] || info.si_value.sival_int != next[which]) wrong++;
    next[which]++;
  }
  SHOW(next[0]);
  SHOW(next[1]);
  SHOW(wrong);
  SHOW(runs);
  reap("first", children[0]);
  reap("second", children[1]);
  show_pending("pending");
  // Requests and answers, a thousand times.
  pid_t parent = getpid(), pid = fork();
  for (int i = 0; pid == 0 && i < 1000; i++) {
    siginfo_t info;
    MUST(sigwaitinfo(&set, &info));
    MUST(sigqueue(parent, SIGRTMIN + 1, (union sigval){ .sival_int = 2 * info.si_value.sival_int }));
  }
  if (pid == 0) _exit(0);
  int sum = 0;
  for (int i = 0; i < 1000; i++) {
    siginfo_t info;
    MUST(sigqueue(pid, SIGRTMIN, (union sigval){ .sival_int = i }));
    MUST(sigwaitinfo(&set, &info));
    sum += info.si_value.sival_int;
  }
  SHOW(sum);
  reap("child", pid);
  return 0;
}
