// on-stack — handlers with SA_ONSTACK run on the alternate stack, nested ones too; others where they are.
// sigaltstack(2), sigaction(2).
#include "../signals.h"

static char memory[131072];

static int on_it(const volatile void *p) {
  return (const volatile char *)p >= memory && (const volatile char *)p < memory + sizeof memory;
}

static void state(const char *what) {
  volatile char local;
  stack_t now;
  local = 1;
  MUST(sigaltstack(NULL, &now));
  say("%s: %s, flags %d\n", what, on_it(&local) ? "alternate stack" : "usual stack", now.ss_flags);
}

static void plain(int sig) { state(signame(sig)); }

static void nests(int sig) {
  state("before");
  raise(SIGUSR1);
  raise(SIGUSR2);
  state("after");
}

static void gets_context(int sig, siginfo_t *info, void *context) {
  volatile char local = 1;
  say("info on it %d, context on it %d, local on it %d\n", on_it(info), on_it(context), on_it(&local));
}

int main(void) {
  state("main");
  catch(SIGUSR1, plain, SA_ONSTACK);
  catch(SIGUSR2, plain, 0);
  catch(SIGHUP, nests, SA_ONSTACK);
  catch(SIGINT, nests, 0);
  catch_info(SIGTERM, gets_context, SA_ONSTACK);
  say("no alternate stack\n");
  raise(SIGUSR1);
  raise(SIGTERM);
  MUST(sigaltstack(&(stack_t){ .ss_sp = memory, .ss_size = sizeof memory }, NULL));
  state("main");
  raise(SIGUSR1);
  raise(SIGUSR2);
  raise(SIGTERM);
  say("nested, on it\n");
  raise(SIGHUP);
  say("nested, not on it\n");
  raise(SIGINT);
  state("main");
  // Several that come at once share it.
  mask_set(SIG_SETMASK, ALL);
  raise(SIGUSR1), raise(SIGUSR2), raise(SIGTERM);
  mask_set(SIG_SETMASK, NONE);
  MUST(sigaltstack(&(stack_t){ .ss_flags = SS_DISABLE }, NULL));
  say("disabled\n");
  raise(SIGTERM);
  return 0;
}
