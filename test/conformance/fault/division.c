// division — integer division by zero is SIGFPE with FPE_INTDIV; siglongjmp goes on elsewhere; signal(7).
#include "../signals.h"
#include <setjmp.h>

static sigjmp_buf out;
static volatile int zero, one = 1, sink;
static volatile unsigned unsigned_zero;
static volatile long long wide_zero, wide = 1000000000000;
static volatile int least = -0x7fffffff - 1, minus_one = -1;

static void handler(int sig, siginfo_t *info, void *context) {
  say("%s, %s\n", signame(sig), info->si_code == FPE_INTDIV ? "FPE_INTDIV" : "another code");
  siglongjmp(out, 1);
}

static void exits(int sig) { _exit(7); }
static void plain(int sig) { say("caught %s\n", signame(sig)); }

#define TRY(what, expression) do { \
    say("%s: ", what); \
    if (sigsetjmp(out, 1) == 0) { sink = (int)(expression); say("%d\n", sink); } \
  } while (0)

__attribute__((noinline)) static int deep(int n) { return n == 0 ? one / zero : deep(n - 1) + 1; }

int main(void) {
  catch_info(SIGFPE, handler, 0);
  TRY("divide", one / zero);
  TRY("remainder", one % zero);
  TRY("unsigned divide", 5u / unsigned_zero);
  TRY("unsigned remainder", 5u % unsigned_zero);
  TRY("64 bits", wide / wide_zero);
  TRY("64 bits remainder", wide % wide_zero);
  TRY("zero by zero", zero / zero);
  TRY("least by minus one", least / minus_one);
  TRY("deep", deep(50));
  TRY("good", 100 / (one + 1));
  // Floating point has no such thing.
  volatile double real_zero = 0;
  TRY("double", 1.0 / real_zero > 1e300);
  for (volatile int i = 0; i < 100; i++)
    if (sigsetjmp(out, 1) == 0 && i == 99) sink = one / zero;
  show_mask("mask");
  CHILD("default", signal(SIGFPE, SIG_DFL); sink = one / zero);
  CHILD("ignored", signal(SIGFPE, SIG_IGN); sink = one / zero);
  CHILD("blocked", mask_set(SIG_BLOCK, SET(SIGFPE)); sink = one / zero);
  CHILD("exits", signal(SIGFPE, exits); sink = one / zero);
  CHILD("once", catch(SIGFPE, plain, SA_RESETHAND); sink = one / zero);
  CHILD("raised", catch(SIGFPE, plain, 0); SHOW(raise(SIGFPE)));
  return 0;
}
