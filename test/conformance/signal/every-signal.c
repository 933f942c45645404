// every-signal — each signal but SIGKILL and SIGSTOP can be caught, with its own number; signal(7).
#include "../signals.h"

static volatile sig_atomic_t caught, runs;

static void handler(int sig) { caught = sig, runs++; }

static void send(int sig) {
  caught = runs = 0;
  MUST(raise(sig));
  int raised = caught, times = runs;
  caught = runs = 0;
  MUST(kill(getpid(), sig));
  const char *how = raised == sig && times == 1 && caught == sig && runs == 1 ? "caught" : "lost";
  say("%s: %s\n", sig_name(sig), how);
}

int main(void) {
  for (int sig = 1; sig <= 31; sig++) {
    if (sig == SIGKILL || sig == SIGSTOP) continue;
    catch(sig, handler, 0);
    send(sig);
  }
  for (int sig = SIGRTMIN; sig <= SIGRTMAX; sig++) {
    catch(sig, handler, 0);
    send(sig);
  }
  SHOW(SIGRTMAX - SIGRTMIN);
  SHOW(SIGRTMAX);
  SHOW(NSIG);
  show_mask("afterwards");
  return 0;
}
