// spin-together — stores by one process become visible to another that reads the same shared page in a loop.
// mmap(2).
#include "../check.h"
#include <sched.h>
#include <sys/mman.h>

int main(void) {
  volatile int *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pid_t pid = fork();
  if (pid == 0) {
    for (int i = 1; i <= 1000; i++) p[10 + i % 100] = i;
    p[0] = 1;
    while (p[1] == 0) ;
    _exit(p[1]);
  }
  while (p[0] == 0) ;
  int sum = 0;
  for (int i = 0; i < 100; i++) sum += p[10 + i];
  SHOW(sum);
  p[1] = 12;
  reap("child", pid);
  return 0;
}
