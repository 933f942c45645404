// forks — a handler of SIGSEGV forks: parent and child each repair their page and make the access again.
// fork(2), sigaction(2).
#include "../signals.h"
#include <sys/mman.h>

static char *base;
static volatile pid_t child = -1;

static void handler(int sig, siginfo_t *info, void *context) {
  child = fork();
  if (mprotect(base, 4096, PROT_READ | PROT_WRITE)) _exit(1);
  base[1] = child == 0 ? 'c' : 'p';
}

int main(void) {
  base = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  catch_info(SIGSEGV, handler, 0);
  volatile int local = 5;
  volatile char *p = base;
  char c = p[1];
  if (child == 0) {
    say("child: %c, %d\n", c, local);
    show_mask("child");
    _exit(6);
  }
  reap("child", child);
  say("parent: %c, %d\n", c, local);
  show_mask("parent");
  return 0;
}
