// overflow — SIGSEGV of a stack that overflows is caught on the alternate stack and left by siglongjmp.
// sigaltstack(2), sigaction(2).
#include "../signals.h"
#include <setjmp.h>

static char memory[65536];
static sigjmp_buf out;
static volatile int depth;

__attribute__((noinline)) static int descend(volatile char *caller) {
  volatile char frame[1000];
  frame[depth % 1000] = caller[0];
  depth++;
  if (depth < 0) return 0;
  return descend(frame) + frame[7];
}

static void handler(int sig, siginfo_t *info, void *context) {
  volatile char local = 1;
  int on_it = &local >= memory && &local < memory + sizeof memory;
  say("%s, code %s, %s\n", signame(sig), info->si_code == SEGV_MAPERR || info->si_code == SEGV_ACCERR ?
    "of a bad address" : "other", on_it ? "alternate stack" : "usual stack");
  siglongjmp(out, 1);
}

static void overflow(void) {
  char start[1] = { 1 };
  depth = 0;
  if (sigsetjmp(out, 1) == 0) _exit(descend(start));
  say("back, %s\n", depth > 100 ? "from deep below" : "too early");
}

int main(void) {
  MUST(sigaltstack(&(stack_t){ .ss_sp = memory, .ss_size = sizeof memory }, NULL));
  catch_info(SIGSEGV, handler, SA_ONSTACK);
  for (int i = 0; i < 3; i++) overflow();
  show_mask("mask");
  CHILD("child", overflow());
  catch_info(SIGSEGV, handler, 0);
  CHILD("without SA_ONSTACK", overflow());
  catch_info(SIGSEGV, handler, SA_ONSTACK);
  MUST(sigaltstack(&(stack_t){ .ss_flags = SS_DISABLE }, NULL));
  CHILD("without a stack", overflow());
  say("alive\n");
  return 0;
}
