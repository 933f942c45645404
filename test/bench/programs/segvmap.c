// segvmap — a store to an unmapped page, mapped by the SIGSEGV handler, and retried: nanoseconds for each.
#include "timing.h"
#include <signal.h>
#include <sys/mman.h>

#define PAGE 4096
#define PAGES 256

static char *area;
static volatile sig_atomic_t faults;

static void on_fault(int sig, siginfo_t *info, void *context) {
  (void)context;
  char *at = info->si_addr;
  const int flags = MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS;
  void *page = area + (at - area) / PAGE * PAGE;
  if (at < area || at >= area + PAGE * PAGES) signal(sig, SIG_DFL);
  else if (mmap(page, PAGE, PROT_READ | PROT_WRITE, flags, -1, 0) != page) _exit(1);
  faults++;
}

static void clear(void *where) {
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | (where ? MAP_FIXED : 0);
  area = mmap(where, PAGE * PAGES, PROT_NONE, flags, -1, 0);
  bench_check(area != MAP_FAILED, "mmap");
}

// The clearing is part of it, once in 256 faults.
static void loop(int n) {
  faults = 0;
  for (int i = 0; i < n; i++) {
    int page = i % PAGES;
    if (page == 0) clear(area);
    *(volatile char *)(area + page * PAGE + 8) = 1;
  }
  bench_check(faults == n, "wrong number of faults");
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO;
  bench_check(sigaction(SIGSEGV, &action, NULL) == 0, "sigaction");
  clear(NULL);
  bench_run(loop, PAGES * 80);
  return 0;
}
