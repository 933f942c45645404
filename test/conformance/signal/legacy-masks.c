// legacy-masks — sigblock, sigsetmask: masks as a word, in BSD's way; sigblock(3).
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include "../signals.h"

#define BIT(sig) (1 << ((sig) - 1))

static void handler(int sig) { say("caught %s\n", signame(sig)); }

int main(void) {
  catch(SIGUSR1, handler, 0);
  ERR(sigblock(0));
  ERR(sigblock(BIT(SIGUSR1)));
  ERR(sigblock(BIT(SIGHUP)));
  show_mask("blocked");
  ERR(sigblock(0));
  raise(SIGUSR1);
  show_pending("blocked");
  ERR(sigsetmask(BIT(SIGHUP) | BIT(SIGKILL)));
  ERR(sigblock(0));
  show_mask("set");
  mask_set(SIG_BLOCK, SET(SIGRTMAX));
  ERR(sigblock(0));
  ERR(sigsetmask(0));
  show_mask("at the end");
  return 0;
}
