// install — an alternate stack is set, asked for, replaced and disabled; sigaltstack(2).
#include "../signals.h"

static char first[65536], second[32768];

static void show_stack(const char *what, const stack_t *stack) {
  const char *where = stack->ss_sp == first ? "first" : stack->ss_sp == second ? "second" : "none";
  const char *flags = stack->ss_flags == 0 ? "0" : stack->ss_flags == SS_DISABLE ? "SS_DISABLE" :
    stack->ss_flags == SS_ONSTACK ? "SS_ONSTACK" : "other";
  if (stack->ss_sp == NULL) where = "null";
  say("%s: %s, %d bytes, flags %s\n", what, where, (int)stack->ss_size, flags);
}

static stack_t make(void *sp, size_t size, int flags) {
  return (stack_t){ .ss_sp = sp, .ss_size = size, .ss_flags = flags };
}

static void set(const char *what, stack_t stack) {
  stack_t old;
  memset(&old, 1, sizeof old);
  errno = 0;
  int r = sigaltstack(&stack, &old);
  say("%s: %s\n", what, r ? errname(errno) : "ok");
  if (r == 0) show_stack("  before", &old);
  MUST(sigaltstack(NULL, &old));
  show_stack("  now", &old);
}

int main(void) {
  SHOW(SS_ONSTACK);
  SHOW(SS_DISABLE);
  stack_t old;
  ERR(sigaltstack(NULL, &old));
  show_stack("at the start", &old);
  ERR(sigaltstack(NULL, NULL));
  set("first", make(first, sizeof first, 0));
  set("the same again", make(first, sizeof first, 0));
  set("second", make(second, sizeof second, 0));
  set("part of the second", make(second, 8192, 0));
  set("with SS_ONSTACK", make(first, sizeof first, SS_ONSTACK));
  set("disabled, size and address ignored", make(first, 17, SS_DISABLE));
  set("disabled again", make(NULL, 0, SS_DISABLE));
  set("first again", make(first, 20000, 0));
  // The same structure for both.
  stack_t both = make(second, sizeof second, 0);
  ERR(sigaltstack(&both, &both));
  show_stack("before", &both);
  ERR(sigaltstack(NULL, &both));
  show_stack("now", &both);
  return 0;
}
