// sent — SIGSEGV, SIGFPE, SIGILL and SIGBUS that are sent are signals like others, and the handler returns.
// kill(2), sigqueue(3).
#include "../signals.h"
#include <sys/mman.h>

static char *base;

static void handler(int sig, siginfo_t *info, void *context) {
  say("%s %s\n", signame(sig), code_name(info->si_code));
  if (info->si_code > 0 && mprotect(base, 4096, PROT_READ | PROT_WRITE)) _exit(1);
}

int main(void) {
  int signals[] = { SIGSEGV, SIGFPE, SIGILL, SIGBUS, SIGTRAP, SIGSYS };
  base = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  for (int i = 0; i < 6; i++) {
    catch_info(signals[i], handler, 0);
    ERR(raise(signals[i]));
    ERR(kill(getpid(), signals[i]));
    ERR(sigqueue(getpid(), signals[i], (union sigval){ .sival_int = 1 }));
  }
  // Sent ones wait while blocked; then a fault of its own is repaired.
  mask_set(SIG_BLOCK, SET(SIGSEGV, SIGFPE));
  kill(getpid(), SIGSEGV);
  kill(getpid(), SIGFPE);
  show_pending("pending");
  mask_set(SIG_SETMASK, NONE);
  base[0] = 5;
  SHOW(base[0]);
  MUST(mprotect(base, 4096, PROT_NONE));
  pid_t pid = fork();
  if (pid == 0) {
    kill(getppid(), SIGSEGV);
    _exit(0);
  }
  // The parent's wait goes on or is interrupted; the child is waited for in either case.
  while (waitpid(pid, NULL, 0) < 0) ;
  SHOW(((volatile char *)base)[0]);
  return 0;
}
