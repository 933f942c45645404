// wake — a blocked signal does not interrupt read, wait or nanosleep; it comes when the mask lets it.
// signal(7).
#include "../signals.h"

static volatile sig_atomic_t runs;

static void handler(int sig) { runs++; }

static void child_of(int fd) {
  pid_t parent = getppid();
  for (int i = 0; i < 5; i++) {
    kill(parent, SIGUSR1);
    nanosleep(&(struct timespec){ 0, 3000000 }, NULL);
  }
  if (fd >= 0) write(fd, "x", 1);
  _exit(2);
}

int main(void) {
  int p[2];
  char c;
  MUST(pipe(p));
  catch(SIGUSR1, handler, 0);
  mask_set(SIG_BLOCK, SET(SIGUSR1));
  pid_t pid = fork();
  if (pid == 0) child_of(p[1]);
  ERR(read(p[0], &c, 1));
  SHOW(runs);
  reap("child", pid);
  pid = fork();
  if (pid == 0) child_of(-1);
  reap("child", pid);
  SHOW(runs);
  pid = fork();
  if (pid == 0) child_of(-1);
  struct timespec rest = { 7, 7 };
  ERR(nanosleep(&(struct timespec){ 0, 30000000 }, &rest));
  SHOW(rest.tv_sec);
  reap("child", pid);
  SHOW(runs);
  show_pending("pending");
  mask_set(SIG_UNBLOCK, SET(SIGUSR1));
  SHOW(runs);
  // What is ignored interrupts as little.
  signal(SIGUSR1, SIG_IGN);
  pid = fork();
  if (pid == 0) child_of(p[1]);
  ERR(read(p[0], &c, 1));
  reap("child", pid);
  return 0;
}
