// handler-blocks — a handler sleeps in read or wait; another signal interrupts it or lets it go on.
// signal(7), read(2).
#include "../signals.h"

static int p[2], q[2];
static volatile sig_atomic_t inner_runs;

static void inner(int sig) { if (++inner_runs == 4) write(p[1], "x", 1); }

static void reads(int sig) {
  char c = '-';
  inner_runs = 0;
  alarm_every(10);
  errno = 0;
  int n = read(p[0], &c, 1), error = errno;
  while (inner_runs < 4) pause();
  alarm_every(0);
  say("read in the handler: %d %s\n", n, n < 0 ? errname(error) : "");
  if (n < 0) MUST(read(p[0], &c, 1));
  show_mask("in the handler");
}

static void waits(int sig) {
  gate g = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    gate_wait(g);
    _exit(6);
  }
  gate_open(g);
  reap("waited in the handler", pid);
  gate_free(g);
}

// A read is interrupted by a handler that sleeps in a read itself, until another process writes.
static void reads_too(int sig) {
  char c;
  if (read(p[0], &c, 1) != 1) say("read in the handler: %s\n", errname(errno));
}

static void interrupted(const char *what, int flags) {
  MUST(pipe(q));
  catch(SIGUSR1, reads_too, flags);
  pid_t pid = fork();
  for (int i = 0; pid == 0; i++) {
    kill(getppid(), SIGUSR1);
    nanosleep(&(struct timespec){ 0, 3000000 }, NULL);
    write(p[1], "x", 1);
    nanosleep(&(struct timespec){ 0, 3000000 }, NULL);
    if (i == 8) write(q[1], "y", 1);
  }
  char c = '-';
  errno = 0;
  int n = read(q[0], &c, 1);
  say("read interrupted by a handler that reads, %s: %d %s\n", what, n, n < 0 ? errname(errno) : "");
  mask_set(SIG_BLOCK, SET(SIGUSR1));
  sender_stop(pid);
  signal(SIGUSR1, SIG_IGN);
  mask_set(SIG_UNBLOCK, SET(SIGUSR1));
}

int main(void) {
  MUST(pipe(p));
  catch(SIGUSR1, reads, 0);
  catch(SIGUSR2, waits, 0);
  raise(SIGUSR2);
  catch(SIGALRM, inner, 0);
  say("without SA_RESTART\n");
  raise(SIGUSR1);
  catch(SIGALRM, inner, SA_RESTART);
  say("with SA_RESTART\n");
  raise(SIGUSR1);
  interrupted("without SA_RESTART", 0);
  interrupted("with SA_RESTART", SA_RESTART);
  return 0;
}
