// errors — EINVAL unknown flags, ENOMEM too small, EFAULT no structure, EPERM while on it; sigaltstack(2).
#include "../signals.h"
#include <sys/mman.h>

static char memory[65536], other[65536];

static void attempt(const char *what, void *sp, size_t size, int flags) {
  stack_t stack = { .ss_sp = sp, .ss_size = size, .ss_flags = flags };
  errno = 0;
  int r = sigaltstack(&stack, NULL);
  say("%s: %s\n", what, r ? errname(errno) : "ok");
}

static void handler(int sig) {
  stack_t now;
  MUST(sigaltstack(NULL, &now));
  say("inside: %s, flags %d\n", now.ss_sp == memory ? "same" : "other", now.ss_flags);
  attempt("another", other, sizeof other, 0);
  attempt("the same", memory, sizeof memory, 0);
  attempt("disable", NULL, 0, SS_DISABLE);
  attempt("unknown flags", other, sizeof other, 4);
  attempt("too small", other, 10, 0);
  ERR(sigaltstack((stack_t *)-1, NULL));
}

int main(void) {
  attempt("good", memory, sizeof memory, 0);
  attempt("flags 3", memory, sizeof memory, 3);
  attempt("flags 4", memory, sizeof memory, 4);
  attempt("flags -1", memory, sizeof memory, -1);
  attempt("no bytes", memory, 0, 0);
  attempt("2047 bytes", memory, 2047, 0);
  attempt("2048 bytes", memory, 2048, 0);
  attempt("unknown flags and too small", memory, 10, 4);
  attempt("good again", memory, sizeof memory, 0);
  ERR(sigaltstack((stack_t *)-1, NULL));
  ERR(sigaltstack(NULL, (stack_t *)-1));
  catch(SIGUSR1, handler, SA_ONSTACK);
  raise(SIGUSR1);
  // What cannot be written to is only found out when a handler is to run there.
  void *gone = mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 65536));
  attempt("no such memory", gone, 65536, 0);
  CHILD("handler without memory", raise(SIGUSR1));
  catch(SIGUSR2, handler, 0);
  attempt("disable", NULL, 0, SS_DISABLE);
  stack_t now;
  MUST(sigaltstack(NULL, &now));
  SHOW(now.ss_flags);
  return 0;
}
