// info — SIGSEGV tells the address, and whether nothing is mapped there or access is forbidden.
// sigaction(2), mmap(2).
#include "../signals.h"
#include <setjmp.h>
#include <sys/mman.h>

static sigjmp_buf out;
static char *base;
static volatile int sink;

static void handler(int sig, siginfo_t *info, void *context) {
  const char *code = info->si_code == SEGV_MAPERR ? "SEGV_MAPERR" :
    info->si_code == SEGV_ACCERR ? "SEGV_ACCERR" : "another code";
  say("%s, %s, at base + %ld, si_errno %d\n", signame(info->si_signo), code,
    (long)((char *)info->si_addr - base), info->si_errno);
  siglongjmp(out, 1);
}

#define TRY(what, ...) do { \
    say("%s: ", what); \
    if (sigsetjmp(out, 1) == 0) { __VA_ARGS__; say("no fault\n"); } \
  } while (0)

static volatile char *at(long offset) { return base + offset; }

int main(void) {
  catch_info(SIGSEGV, handler, 0);
  base = mmap(NULL, 4 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(mprotect(base, 4096, PROT_READ));
  MUST(mprotect(base + 4096, 4096, PROT_NONE));
  MUST(munmap(base + 2 * 4096, 4096));
  TRY("read read-only", sink = *at(5));
  TRY("write read-only", *at(5) = 1);
  TRY("read none", sink = *at(4096));
  TRY("write none", *at(4096 + 4095) = 1);
  TRY("read unmapped", sink = *at(2 * 4096 + 77));
  TRY("write unmapped", *at(2 * 4096 + 4095) = 1);
  TRY("read the page after", sink = *at(3 * 4096));
  TRY("read int", sink = *(volatile int *)at(2 * 4096 + 100));
  TRY("write int", *(volatile int *)at(2 * 4096 + 104) = 1);
  TRY("write double", *(volatile double *)at(104) = 1.5);
  TRY("write short", *(volatile short *)at(4094) = 1);
  TRY("read 64 bits", sink = *(volatile long long *)at(4096 + 8));
  TRY("atomic add", __atomic_add_fetch((int *)at(16), 1, __ATOMIC_SEQ_CST));
  TRY("atomic exchange", __atomic_exchange_n((int *)at(2 * 4096), 1, __ATOMIC_SEQ_CST));
  MUST(munmap(base, 4096));
  TRY("unmapped after all", sink = *at(5));
  base = NULL;
  TRY("read NULL", sink = *at(0));
  TRY("write NULL", *at(0) = 1);
  TRY("read near NULL", sink = *at(200));
  TRY("write near NULL", *(volatile int *)at(4000) = 1);
  show_mask("mask");
  return 0;
}
