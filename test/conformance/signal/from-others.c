// from-others — a process that computes takes each signal another one sends, with its value.
// sigqueue(3), kill(2).
#include "../signals.h"

static int answers[2];
static volatile sig_atomic_t last;
static volatile unsigned counter;

static void answer(int sig, siginfo_t *info, void *context) {
  int value = info->si_value.sival_int * 10;
  if (write(answers[1], &value, sizeof value) != sizeof value) _exit(99);
  if (value == 990) last = 1;
}

__attribute__((noinline)) static void work(void) { while (!last) counter++; }

int main(void) {
  MUST(pipe(answers));
  catch_info(SIGRTMIN + 2, answer, 0);
  pid_t pid = fork();
  if (pid == 0) {
    work();
    _exit(3);
  }
  // Each signal is sent when the one before it was answered.
  int sum = 0;
  for (int i = 0; i < 100; i++) {
    MUST(sigqueue(pid, SIGRTMIN + 2, (union sigval){ .sival_int = i }));
    int value;
    MUST(read(answers[0], &value, sizeof value));
    if (value != 10 * i) say("%d answered by %d\n", i, value);
    sum += value;
  }
  SHOW(sum);
  reap("child", pid);
  return 0;
}
