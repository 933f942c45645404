// stop-computing — a process that computes and makes no calls stops, stands still, and goes on; signal(7).
#include "../check.h"
#include <sched.h>
#include <sys/mman.h>

static volatile unsigned *counter;

static unsigned settled(void) {
  unsigned before = *counter;
  for (int i = 0; i < 200; i++) sched_yield();
  usleep(2000);
  SHOW(*counter == before);
  return before;
}

static void moves_from(unsigned before) {
  while (*counter == before) sched_yield();
  say("it moves\n");
}

int main(void) {
  counter = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pid_t pid = MUST(fork());
  if (pid == 0) {
    setpgid(0, 0);
    for (;;) ++*counter;
  }
  moves_from(0);
  int s, signals[] = { SIGSTOP, SIGTSTP, SIGTTOU, SIGSTOP };
  for (int i = 0; i < 4; i++) {
    MUST(kill(pid, signals[i]));
    MUST(waitpid(pid, &s, WUNTRACED));
    say("%s\n", statusname(s));
    unsigned before = settled();
    MUST(kill(pid, SIGCONT));
    moves_from(before);
    MUST(waitpid(pid, &s, WCONTINUED));
    say("%s\n", statusname(s));
  }
  MUST(kill(pid, SIGSTOP));
  MUST(waitpid(pid, &s, WUNTRACED));
  settled();
  MUST(kill(pid, SIGKILL));
  reap("killed while stopped", pid);
  return 0;
}
