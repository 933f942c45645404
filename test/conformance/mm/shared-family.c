// shared-family — MAP_SHARED memory is one for a parent and all its descendants, MAP_PRIVATE is copied.
// mmap(2), fork(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  int *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int *private = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  shared[0] = private[0] = 1;
  CHILD("child",
    shared[0]++, private[0]++;
    CHILD("grandchild",
      shared[0]++, private[0]++;
      say("grandchild: shared %d private %d\n", shared[0], private[0]));
    say("child: shared %d private %d\n", shared[0], private[0]));
  say("parent: shared %d private %d\n", shared[0], private[0]);
  // Not touched before the fork: still the same page for both.
  int *later = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  CHILD("child", later[1500] = 77);
  SHOW(later[1500]);
  // Mapped by the child: nothing for the parent.
  gate g = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    MUST(munmap(shared, 4096));
    gate_open(g);
    _exit(0);
  }
  gate_wait(g);
  SHOW(shared[0]);
  reap("child that unmapped", pid);
  return 0;
}
