// 05-mmap-shared — anonymous mmap: a family of processes shares MAP_SHARED pages and copies MAP_PRIVATE ones.
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS = 4, NUMBERS = 1000 };

// Each worker has a place of its own in the shared page, so they need no lock.
struct result {
  int worker;
  long sum;
};

int main(void) {
  const int access = PROT_READ | PROT_WRITE;
  struct result *shared = mmap(NULL, WORKERS * sizeof *shared, access, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int *private = mmap(NULL, NUMBERS * sizeof *private, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED || private == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  for (int i = 0; i < NUMBERS; i++) private[i] = i;

  for (int w = 0; w < WORKERS; w++) {
    pid_t pid = fork();
    if (pid < 0) {
      perror("fork");
      return 1;
    }
    if (pid > 0) continue;
    // A worker adds up its quarter, then spoils the numbers: in its own copy of the pages.
    long sum = 0;
    for (int i = w; i < NUMBERS; i += WORKERS) sum += private[i];
    for (int i = 0; i < NUMBERS; i++) private[i] = -1;
    shared[w].worker = w;
    shared[w].sum = sum;
    _exit(0);
  }
  // The workers run in any order; what they found is complete when all have ended.
  while (wait(NULL) > 0) {
  }

  long total = 0;
  for (int w = 0; w < WORKERS; w++) {
    printf("worker %d put %ld into the shared page\n", shared[w].worker, shared[w].sum);
    total += shared[w].sum;
  }
  printf("total %ld, expected %d\n", total, NUMBERS * (NUMBERS - 1) / 2);
  printf("the parent's private numbers are untouched: %d, ... %d\n", private[0], private[NUMBERS - 1]);
  munmap(shared, WORKERS * sizeof *shared);
  munmap(private, NUMBERS * sizeof *private);
  return 0;
}
