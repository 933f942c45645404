// autodisarm — SS_AUTODISARM: the stack is disabled while a handler runs on it, and set again afterwards.
// sigaltstack(2).
#include "../signals.h"
#ifndef SS_AUTODISARM
#define SS_AUTODISARM (1U << 31)
#endif

static char first[65536], second[65536];

static void state(const char *what) {
  volatile char local;
  stack_t now;
  local = 1;
  MUST(sigaltstack(NULL, &now));
  const char *here = &local >= first && &local < first + sizeof first ? "on the first" :
    &local >= second && &local < second + sizeof second ? "on the second" : "on the usual stack";
  const char *set = now.ss_sp == first ? "first" : now.ss_sp == second ? "second" : "none";
  say("%s: %s, set is %s%s%s\n", what, here, set, now.ss_flags & SS_DISABLE ? ", disabled" : "",
    now.ss_flags & (int)SS_AUTODISARM ? ", autodisarm" : "");
}

static void inner(int sig) { state("inner"); }

static void outer(int sig) {
  state("outer");
  raise(SIGUSR2);
  ERR(sigaltstack(&(stack_t){ .ss_sp = second, .ss_size = sizeof second }, NULL));
  state("outer, another set");
  raise(SIGUSR2);
}

int main(void) {
  catch(SIGUSR1, outer, SA_ONSTACK);
  catch(SIGUSR2, inner, SA_ONSTACK);
  ERR(sigaltstack(&(stack_t){ first, (int)SS_AUTODISARM, sizeof first }, NULL));
  state("main");
  raise(SIGUSR1);
  state("main");
  raise(SIGUSR2);
  ERR(sigaltstack(&(stack_t){ first, (int)SS_AUTODISARM | SS_DISABLE, sizeof first }, NULL));
  state("main");
  ERR(sigaltstack(&(stack_t){ first, (int)SS_AUTODISARM | SS_ONSTACK, sizeof first }, NULL));
  state("main");
  ERR(sigaltstack(&(stack_t){ first, (int)SS_AUTODISARM | 4, sizeof first }, NULL));
  return 0;
}
