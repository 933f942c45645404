// bandwidth — a child writes 64 KiB blocks into a pipe, the parent reads them: megabytes a second.
#include "timing.h"

#define BLOCK 65536
#define BLOCKS 4096

static char block[BLOCK];

static void writer(int fd) {
  memset(block, 'q', sizeof block);
  for (int i = 0; i < BLOCKS; i++) bench_check(write(fd, block, BLOCK) == BLOCK, "write");
  _exit(0);
}

static double round_trip(void) {
  int fds[2];
  bench_check(pipe(fds) == 0, "pipe");
  pid_t child = fork();
  bench_check(child >= 0, "fork");
  if (child == 0) {
    close(fds[0]);
    writer(fds[1]);
  }
  close(fds[1]);
  long long total = 0;
  double start = bench_now();
  for (ssize_t n; (n = read(fds[0], block, BLOCK)) > 0;) total += n;
  double seconds = (bench_now() - start) / 1e9;
  bench_check(total == (long long)BLOCK * BLOCKS, "short transfer");
  close(fds[0]);
  bench_check(waitpid(child, NULL, 0) == child, "waitpid");
  return (double)total / 1e6 / seconds;
}

int main(void) {
  round_trip();
  for (int round = 0; round < ROUNDS; round++) {
    printf("%.1f\n", round_trip());
    fflush(stdout);
  }
  return 0;
}
