// abort — ends the process by SIGABRT, whatever it has done about that signal; a handler runs first.
#include <signal.h>
#include <stdlib.h>

_Noreturn void abort(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGABRT);
  sigprocmask(SIG_UNBLOCK, &set, 0);
  raise(SIGABRT);
  signal(SIGABRT, SIG_DFL);
  sigprocmask(SIG_UNBLOCK, &set, 0);
  raise(SIGABRT);
  __builtin_trap();
}
