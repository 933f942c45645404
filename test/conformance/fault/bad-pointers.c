// bad-pointers — a system call with a bad address returns EFAULT and no signal comes, handler or not.
// read(2), signal(7).
#include "../signals.h"
#include <sys/mman.h>
#include <sys/stat.h>

static volatile sig_atomic_t signals;

static void handler(int sig) { signals++; }

static void test(char *bad) {
  int p[2], fd = MUST(open("file", O_RDWR | O_CREAT, 0644));
  MUST(pipe(p));
  MUST(write(p[1], "abc", 3));
  ERR(read(p[0], bad, 3));
  ERR(write(p[1], bad, 3));
  ERR(write(fd, bad, 3));
  ERR(open(bad, O_RDONLY));
  ERR(pipe((int *)bad));
  ERR(stat("file", (struct stat *)bad));
  ERR(waitpid(-1, (int *)bad, WNOHANG));
  ERR(nanosleep((struct timespec *)bad, NULL));
  ERR(setitimer(ITIMER_REAL, (struct itimerval *)bad, NULL));
  ERR(getitimer(ITIMER_REAL, (struct itimerval *)bad));
  ERR(sigpending((sigset_t *)bad));
  ERR(sigsuspend((sigset_t *)bad));
  ERR(sigaltstack((stack_t *)bad, NULL));
  ERR(execl(bad, "x", (char *)NULL));
  // A page that is repaired is still not repaired by a system call.
  SHOW(signals);
  char c = 0;
  ERR(read(p[0], &c, 1));
  SHOW(c);
  close(p[0]), close(p[1]), close(fd);
}

int main(void) {
  char *none = mmap(NULL, 8192, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  char *gone = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 8192));
  catch(SIGSEGV, handler, 0);
  catch(SIGBUS, handler, 0);
  test(none);
  test(gone);
  test((char *)-4);
  return 0;
}
