// pingpong — four bytes to another process and back through two pipes: nanoseconds for each round trip.
#include "timing.h"

static int there[2], back[2];

static void loop(int n) {
  int word = 0;
  for (int i = 0; i < n; i++) {
    bench_check(write(there[1], &word, sizeof word) == sizeof word, "write");
    bench_check(read(back[0], &word, sizeof word) == sizeof word, "read");
  }
}

static void echo(void) {
  int word;
  close(there[1]);
  close(back[0]);
  while (read(there[0], &word, sizeof word) == sizeof word) {
    bench_check(write(back[1], &word, sizeof word) == sizeof word, "write");
  }
  _exit(0);
}

int main(void) {
  bench_check(pipe(there) == 0 && pipe(back) == 0, "pipe");
  pid_t child = fork();
  bench_check(child >= 0, "fork");
  if (child == 0) echo();
  close(there[0]);
  close(back[1]);
  bench_run(loop, 20000);
  close(there[1]);
  bench_check(waitpid(child, NULL, 0) == child, "waitpid");
  return 0;
}
