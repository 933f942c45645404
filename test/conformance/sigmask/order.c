// order — signals unblocked at once: the lowest number is begun first, so the highest handler runs first.
// signal(7).
#include "../signals.h"

static void handler(int sig) {
  say("%s begins\n", sig_name(sig));
  show_mask("  mask");
  say("%s ends\n", sig_name(sig));
}

static void brief(int sig) { say("%s\n", sig_name(sig)); }

static void send(const int *signals) {
  for (; *signals; signals++) MUST(kill(getpid(), *signals));
}
#define SEND(...) send((int[]){ __VA_ARGS__, 0 })

int main(void) {
  int all[] = { SIGHUP, SIGUSR1, SIGUSR2, SIGTERM, SIGRTMIN, SIGRTMIN + 1, SIGRTMAX };
  for (int i = 0; i < 7; i++) catch(all[i], handler, 0);
  say("standard signals\n");
  mask_set(SIG_SETMASK, ALL);
  SEND(SIGTERM, SIGHUP, SIGUSR2, SIGUSR1);
  mask_set(SIG_SETMASK, NONE);
  show_mask("afterwards");
  for (int i = 0; i < 7; i++) catch(all[i], brief, 0);
  say("both kinds\n");
  mask_set(SIG_SETMASK, ALL);
  SEND(SIGRTMAX, SIGRTMIN + 1, SIGRTMIN, SIGTERM, SIGHUP);
  mask_set(SIG_SETMASK, NONE);
  say("with full masks, one after the other\n");
  for (int i = 0; i < 7; i++) catch_masked(all[i], brief, 0, ALL);
  mask_set(SIG_SETMASK, ALL);
  SEND(SIGRTMAX, SIGRTMIN + 1, SIGRTMIN, SIGTERM, SIGUSR2, SIGHUP);
  mask_set(SIG_SETMASK, NONE);
  say("one that blocks the others among them\n");
  for (int i = 0; i < 7; i++) catch(all[i], brief, 0);
  catch_masked(SIGUSR1, handler, 0, SET(SIGTERM, SIGRTMAX));
  mask_set(SIG_SETMASK, ALL);
  SEND(SIGRTMAX, SIGTERM, SIGUSR2, SIGUSR1, SIGHUP, SIGRTMIN);
  mask_set(SIG_SETMASK, NONE);
  // Those of the thread itself come before those of the process.
  say("raised and killed\n");
  for (int i = 0; i < 7; i++) catch_masked(all[i], brief, 0, ALL);
  mask_set(SIG_SETMASK, ALL);
  SEND(SIGHUP, SIGTERM, SIGRTMIN);
  raise(SIGUSR2);
  raise(SIGRTMAX);
  raise(SIGTERM);
  mask_set(SIG_SETMASK, NONE);
  return 0;
}
