// overflow-in-handler — a handler whose stack overflows ends the process unless SIGSEGV is caught elsewhere.
// sigaltstack(2).
#include "../signals.h"
#include <setjmp.h>
#include <sys/mman.h>

static sigjmp_buf out;
static volatile int depth;

__attribute__((noinline)) static int descend(volatile char *caller) {
  volatile char frame[1000];
  frame[depth % 1000] = caller[0];
  depth++;
  if (depth < 0) return 0;
  return descend(frame) + frame[7];
}

static void overflows(int sig) {
  char start[1] = { 1 };
  depth = 0;
  say("%s\n", signame(sig));
  _exit(descend(start));
}

static void rescues(int sig) {
  say("rescued by %s\n", signame(sig));
  show_mask("inside");
  siglongjmp(out, 1);
}

int main(void) {
  // Below the alternate stack lies nothing.
  char *memory = mmap(NULL, 131072, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(mprotect(memory, 65536, PROT_NONE));
  MUST(sigaltstack(&(stack_t){ .ss_sp = memory + 65536, .ss_size = 65536 }, NULL));
  catch(SIGUSR1, overflows, 0);
  CHILD("usual stack, default action", raise(SIGUSR1));
  catch(SIGSEGV, rescues, 0);
  CHILD("usual stack, handler there", raise(SIGUSR1));
  catch(SIGSEGV, rescues, SA_ONSTACK);
  CHILD("usual stack, handler elsewhere",
    if (sigsetjmp(out, 1) == 0) raise(SIGUSR1);
    show_mask("outside"));
  catch(SIGUSR1, overflows, SA_ONSTACK);
  // The alternate stack itself overflows: it is left, so the handler begins at its top again.
  CHILD("alternate stack",
    if (sigsetjmp(out, 1) == 0) raise(SIGUSR1);
    show_mask("outside"));
  catch(SIGSEGV, SIG_DFL, 0);
  CHILD("alternate stack, default action", raise(SIGUSR1));
  catch(SIGSEGV, overflows, SA_ONSTACK);
  CHILD("handler of SIGSEGV", raise(SIGSEGV));
  return 0;
}
