// legacy-set — sigset, sighold, sigrelse, sigignore: handlers and the mask in System V's way; sigset(3).
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include "../signals.h"

static void handler(int sig) {
  say("caught %s\n", signame(sig));
  show_mask("inside");
}

static void other(int sig) { say("other %s\n", signame(sig)); }

static const char *disposition(void (*d)(int)) {
  if (d == SIG_ERR) return errname(errno);
  if (d == SIG_HOLD) return "SIG_HOLD";
  return d == SIG_DFL ? "SIG_DFL" : d == SIG_IGN ? "SIG_IGN" : d == handler ? "handler" : "other";
}

#define DISP(call) say("%s: %s\n", #call, disposition(call))

int main(void) {
  DISP(sigset(SIGUSR1, handler));
  show_action("after sigset", SIGUSR1);
  raise(SIGUSR1);
  raise(SIGUSR1);
  ERR(sighold(SIGUSR1));
  show_mask("held");
  raise(SIGUSR1);
  show_pending("held");
  ERR(sigrelse(SIGUSR1));
  show_mask("released");
  DISP(sigset(SIGUSR1, SIG_HOLD));
  DISP(sigset(SIGUSR1, SIG_HOLD));
  show_mask("SIG_HOLD");
  raise(SIGUSR1);
  // A new handler takes the signal out of the mask.
  DISP(sigset(SIGUSR1, other));
  show_mask("set again");
  DISP(sigset(SIGUSR1, SIG_DFL));
  ERR(sigignore(SIGUSR1));
  raise(SIGUSR1);
  show_action("ignored", SIGUSR1);
  DISP(sigset(SIGUSR1, SIG_DFL));
  DISP(sigset(SIGKILL, handler));
  DISP(sigset(SIGKILL, SIG_IGN));
  DISP(sigset(65, handler));
  DISP(sigset(0, SIG_HOLD));
  ERR(sighold(0));
  ERR(sighold(65));
  ERR(sigrelse(-1));
  ERR(sigignore(SIGSTOP));
  ERR(sigignore(65));
  ERR(sighold(SIGKILL));
  show_mask("at the end");
  return 0;
}
