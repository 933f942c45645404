// forks — `forks N`: N children one after another, each with a pipe and a page; how many ended well.
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int one(int i) {
  int fds[2], status, got = -1;
  if (pipe(fds) != 0) return 0;
  int *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return 0;
  *page = i;
  pid_t child = fork();
  if (child < 0) return 0;
  if (child == 0) {
    *page += 1;
    _exit(write(fds[1], page, sizeof *page) == sizeof *page ? i & 127 : 255);
  }
  close(fds[1]);
  int ok = read(fds[0], &got, sizeof got) == sizeof got && got == i + 1 && *page == i;
  close(fds[0]);
  munmap(page, 4096);
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == (i & 127) && ok;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 1, good = 0;
  for (int i = 0; i < n; i++) good += one(i);
  printf("%d of %d\n", good, n);
  return good == n ? 0 : 1;
}
