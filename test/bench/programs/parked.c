// parked — `parked N`: N children that sleep in read(); prints "ready", and ends them when its input ends.
#include "timing.h"

static void sleep_in_read(int fd) {
  char byte;
  _exit(read(fd, &byte, 1) == 0 ? 0 : 1);
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 0;
  int fds[2];
  char byte;
  bench_check(pipe(fds) == 0, "pipe");
  for (int i = 0; i < n; i++) {
    pid_t child = fork();
    bench_check(child >= 0, "fork");
    if (child > 0) continue;
    close(fds[1]);
    sleep_in_read(fds[0]);
  }
  puts("ready");
  fflush(stdout);
  bench_check(read(STDIN_FILENO, &byte, 1) == 0, "standard input");
  close(fds[1]);
  for (int status, left = n; left > 0; left--) {
    bench_check(waitpid(-1, &status, 0) > 0 && status == 0, "waitpid");
  }
  puts("done");
  return 0;
}
