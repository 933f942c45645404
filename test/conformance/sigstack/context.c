// context — a handler's ucontext holds the alternate stack: it is set again when the handler returns.
// sigaction(2), ucontext.h.
#include "../signals.h"
#include <ucontext.h>

static char first[65536], second[65536];

static void handler(int sig, siginfo_t *info, void *context) {
  const ucontext_t *u = context;
  const char *where = u->uc_stack.ss_sp == first ? "first" : u->uc_stack.ss_sp == second ? "second" : "none";
  const char *state = u->uc_stack.ss_flags == SS_DISABLE ? "disabled" :
    u->uc_stack.ss_flags == SS_ONSTACK ? "on it" : "not on it";
  say("%s: %s, %d bytes, %s\n", signame(sig), where, (int)u->uc_stack.ss_size, state);
  if (sig == SIGUSR1) raise(SIGUSR2);
}

static void replaces(int sig, siginfo_t *info, void *context) {
  MUST(sigaltstack(&(stack_t){ .ss_sp = second, .ss_size = sizeof second }, NULL));
  say("replaced\n");
}

int main(void) {
  catch_info(SIGUSR1, handler, SA_ONSTACK);
  catch_info(SIGUSR2, handler, SA_ONSTACK);
  catch_info(SIGHUP, replaces, 0);
  raise(SIGUSR1);
  MUST(sigaltstack(&(stack_t){ .ss_sp = first, .ss_size = sizeof first }, NULL));
  raise(SIGUSR1);
  raise(SIGHUP);
  stack_t now;
  MUST(sigaltstack(NULL, &now));
  say("after the handler: %s\n", now.ss_sp == first ? "first" : now.ss_sp == second ? "second" : "none");
  raise(SIGUSR1);
  return 0;
}
