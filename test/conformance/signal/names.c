// names — strsignal, sigabbrev_np, sigdescr_np and psignal name the signals; strsignal(3), psignal(3).
#include "../signals.h"

static const char *or_null(const char *text) { return text ? text : "NULL"; }

int main(void) {
  for (int sig = 0; sig <= 31; sig++)
    say("%d: %s, %s, %s\n", sig, strsignal(sig), or_null(sigabbrev_np(sig)), or_null(sigdescr_np(sig)));
  int odd[] = { -1, 65, 1000 };
  for (int i = 0; i < 3; i++)
    say("%s, %s, %s\n", strsignal(odd[i]), or_null(sigabbrev_np(odd[i])), or_null(sigdescr_np(odd[i])));
  say("%s, %s\n", strsignal(SIGRTMIN), or_null(sigabbrev_np(SIGRTMIN)));
  say("%s, %s\n", strsignal(SIGRTMIN + 7), or_null(sigdescr_np(SIGRTMIN + 7)));
  say("%s\n", strsignal(SIGRTMAX));
  MUST(dup2(1, 2));
  psignal(SIGTERM, "text");
  psignal(SIGSEGV, NULL);
  psignal(SIGSEGV, "");
  psignal(65, "text");
  psignal(-3, NULL);
  errno = EINVAL;
  psignal(SIGHUP, "errno");
  SHOW(errno == EINVAL);
  return 0;
}
