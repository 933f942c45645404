// leaves — a handler of SIGSEGV ends the process, or leaves by siglongjmp a thousand times.
// exit(3), siglongjmp(3).
#include "../signals.h"
#include <setjmp.h>
#include <sys/mman.h>

static sigjmp_buf out;
static volatile char *page;
static volatile int calls;

static void jumps(int sig, siginfo_t *info, void *context) {
  calls++;
  siglongjmp(out, (int)((char *)info->si_addr - (char *)page) + 1);
}
static void exits(int sig) { exit(3); }
static void leaves(int sig) { _exit(4); }
static void at_exit(void) { say("at exit\n"); }

__attribute__((noinline)) static int deep(int n) { return n == 0 ? page[77] : deep(n - 1) + 1; }

static int readable(volatile char *p) {
  if (sigsetjmp(out, 1)) return 0;
  (void)*p;
  return 1;
}

int main(void) {
  page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(mprotect((void *)page, 4096, PROT_NONE));
  atexit(at_exit);
  catch_info(SIGSEGV, jumps, 0);
  volatile int sum = 0;
  for (volatile int i = 0; i < 1000; i++) {
    int r = sigsetjmp(out, 1);
    if (r == 0) deep(i % 20);
    else sum += r;
  }
  SHOW(calls);
  SHOW(sum);
  SHOW(readable(page));
  SHOW(readable(page + 4096));
  SHOW(readable(NULL));
  CHILD("without the mask",
    if (sigsetjmp(out, 0) == 0) deep(1);
    show_mask("mask");
    deep(1));
  CHILD("in the child", SHOW(readable(page)); SHOW(readable(page + 4096)));
  CHILD("exit", catch(SIGSEGV, exits, 0); deep(3));
  CHILD("_exit", catch(SIGSEGV, leaves, 0); deep(3));
  _exit(0);
}
