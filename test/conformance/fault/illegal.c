// illegal — an instruction that does not exist is SIGILL; siglongjmp goes on elsewhere; signal(7).
#include "../signals.h"
#include <setjmp.h>

static sigjmp_buf out;
static volatile int runs, yes = 1;

static void handler(int sig, siginfo_t *info, void *context) {
  runs++;
  say("%s, code %s\n", signame(sig), info->si_code > 0 && info->si_code < SI_KERNEL ? "of a fault" : "other");
  siglongjmp(out, 1);
}

static void exits(int sig) { _exit(8); }
static void plain(int sig) { say("caught %s\n", signame(sig)); }

__attribute__((noinline)) static int trap(int n) {
  if (yes && n == 0) __builtin_trap();
  return n == 0 ? 0 : trap(n - 1) + 1;
}

int main(void) {
  catch_info(SIGILL, handler, 0);
  for (volatile int i = 0; i < 5; i++) {
    if (sigsetjmp(out, 1) == 0) {
      trap(i * 10);
      say("never seen\n");
    }
  }
  SHOW(runs);
  show_mask("mask");
  CHILD("default", signal(SIGILL, SIG_DFL); trap(1));
  CHILD("ignored", signal(SIGILL, SIG_IGN); trap(1));
  CHILD("blocked", mask_set(SIG_BLOCK, SET(SIGILL)); trap(1));
  CHILD("exits", signal(SIGILL, exits); trap(1));
  CHILD("once", catch(SIGILL, plain, SA_RESETHAND); trap(1));
  CHILD("raised", catch(SIGILL, plain, 0); SHOW(raise(SIGILL)));
  return 0;
}
