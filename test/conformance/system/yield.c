// yield — sched_yield returns 0 and lets others run: two processes that spin on shared memory take turns.
// sched_yield(2).
#include "../check.h"
#include <sched.h>
#include <sys/mman.h>

int main(void) {
  volatile int *turn = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ERR(sched_yield());
  pid_t pid = fork();
  if (pid == 0) {
    for (int i = 0; i < 50; i++) {
      while (*turn != 2 * i + 1) sched_yield();
      *turn = 2 * i + 2;
    }
    _exit(0);
  }
  for (int i = 0; i < 50; i++) {
    while (*turn != 2 * i) sched_yield();
    *turn = 2 * i + 1;
  }
  reap("partner", pid);
  SHOW(*turn);
  return 0;
}
