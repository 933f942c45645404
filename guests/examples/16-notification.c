// 16-notification — what signals are good for: not to carry data, but to say that there is some.
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS = 3 };

// The data goes through shared memory, where there is room and nothing is in the way.
struct board {
  volatile int ready[WORKERS];
  long result[WORKERS];
};

static void work(struct board *board, int number, pid_t parent) {
  long sum = 0;
  for (long i = 1; i <= 1000L * (number + 1); i++) sum += i;
  board->result[number] = sum;
  board->ready[number] = 1;
  kill(parent, SIGUSR1);  // "Look at the board."
  _exit(0);
}

int main(void) {
  struct board *board = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (board == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  sigset_t news;
  sigemptyset(&news);
  sigaddset(&news, SIGUSR1);  // From a worker: a result is there.
  sigaddset(&news, SIGCHLD);  // From the kernel: a child has ended.
  sigprocmask(SIG_BLOCK, &news, NULL);

  for (int i = 0; i < WORKERS; i++)
    if (fork() == 0) work(board, i, getppid());

  // Instead of a handler: sigwait takes the next of them, asleep until there is one. Two workers that
  // finish together may make one signal; so every notification means "look at all of it".
  int results = 0, ended = 0, seen[WORKERS] = { 0 };
  while (results < WORKERS || ended < WORKERS) {
    int sig;
    sigwait(&news, &sig);
    for (int i = 0; i < WORKERS; i++)
      if (board->ready[i] && !seen[i]) {
        seen[i] = 1;
        results++;
      }
    while (waitpid(-1, NULL, WNOHANG) > 0) ended++;
  }
  for (int i = 0; i < WORKERS; i++) printf("worker %d: %ld\n", i, board->result[i]);
  printf("%d results, %d children ended\n", results, ended);
  munmap(board, sizeof *board);
  return 0;
}
