// 10-sigusr — SIGUSR1 and SIGUSR2 have no meaning of their own: parent and child agree on one.
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

// Most numbers are taken: SIGSEGV is a bad address, SIGALRM a clock, SIGINT a key. These two are for us.
// Here SIGUSR1 means "count one more" and SIGUSR2 "that was all".
static volatile sig_atomic_t count, done;

static void on_signal(int sig) {
  if (sig == SIGUSR1) count++;
  else done = 1;
}

static int counter(int answers) {
  // Both are blocked (inherited from the parent), except while sigsuspend sleeps: so none can come
  // between the question "is there anything new?" and the sleep, where it would be overlooked.
  sigset_t none;
  sigemptyset(&none);
  int told = 0;
  while (!done) {
    sigsuspend(&none);
    if (count == told) continue;
    told = count;
    write(answers, "k", 1);  // A receipt: the sender may go on.
  }
  return count;
}

int main(void) {
  int receipts[2];
  sigset_t both;
  sigemptyset(&both);
  sigaddset(&both, SIGUSR1);
  sigaddset(&both, SIGUSR2);
  sigprocmask(SIG_BLOCK, &both, NULL);
  // Before fork: the child has the handlers from its first instruction on.
  signal(SIGUSR1, on_signal);
  signal(SIGUSR2, on_signal);
  if (pipe(receipts) < 0) {
    perror("pipe");
    return 1;
  }

  pid_t child = fork();
  if (child == 0) _exit(counter(receipts[1]));

  for (int i = 0; i < 5; i++) {
    char receipt;
    kill(child, SIGUSR1);
    // Without waiting here the next SIGUSR1 could find the first still pending, and vanish: a signal
    // is a flag that is up or down, not a queue.
    read(receipts[0], &receipt, 1);
    printf("parent: SIGUSR1 number %d has arrived\n", i + 1);
  }
  kill(child, SIGUSR2);
  int status;
  waitpid(child, &status, 0);
  printf("parent: the child has counted %d\n", WEXITSTATUS(status));
  return 0;
}
