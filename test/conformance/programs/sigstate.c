// sigstate — prints its signal mask, what is pending, what is ignored, whether it has an alternate stack.
// Then it takes what is pending, with its value.
#include "../signals.h"

int main(void) {
  show_mask("mask");
  show_pending("pending");
  sigset_t ignored = NONE, handled = NONE, pending;
  for (int sig = 1; sig <= SIGRTMAX; sig++) {
    struct sigaction act;
    if (sigaction(sig, NULL, &act)) continue;
    if (act.sa_handler == SIG_IGN) sigaddset(&ignored, sig);
    else if (act.sa_handler != SIG_DFL) sigaddset(&handled, sig);
  }
  show_set("ignored", &ignored);
  show_set("handled", &handled);
  stack_t stack;
  MUST(sigaltstack(NULL, &stack));
  say("alternate stack: %s\n", stack.ss_flags == SS_DISABLE ? "disabled" : "there");
  struct itimerval timer;
  MUST(getitimer(ITIMER_REAL, &timer));
  say("timer: %s\n", timer.it_value.tv_sec || timer.it_value.tv_usec ? "runs" : "none");
  MUST(sigpending(&pending));
  siginfo_t info;
  for (int sig; (sig = sigtimedwait(&pending, &info, &(struct timespec){ 0, 0 })) > 0;)
    say("taken: %s %d\n", sig_name(sig), info.si_code == SI_QUEUE ? info.si_value.sival_int : 0);
  return 0;
}
