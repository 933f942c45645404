// ignored — ignored and blocked, a signal stays pending, until it is ignored anew or its default ignores it.
// sigaction(2), sigpending(2).
#include "../signals.h"

static void handler(int sig) { say("caught %s\n", sig_name(sig)); }

int main(void) {
  signal(SIGUSR1, SIG_IGN);
  signal(SIGRTMIN, SIG_IGN);
  raise(SIGUSR1);
  show_pending("ignored, not blocked");
  mask_set(SIG_BLOCK, SET(SIGUSR1, SIGRTMIN, SIGCHLD, SIGURG, SIGWINCH, SIGCONT, SIGTERM));
  raise(SIGUSR1);
  raise(SIGRTMIN);
  raise(SIGCHLD);
  raise(SIGURG);
  raise(SIGWINCH);
  raise(SIGCONT);
  raise(SIGTERM);
  show_pending("ignored, blocked");
  // A handler set now gets it.
  catch(SIGUSR1, handler, 0);
  catch(SIGWINCH, handler, 0);
  catch(SIGTERM, handler, 0);
  show_pending("with handlers");
  signal(SIGRTMIN, SIG_IGN);
  show_pending("ignored anew");
  signal(SIGCHLD, SIG_DFL);
  signal(SIGURG, SIG_DFL);
  signal(SIGCONT, SIG_DFL);
  show_pending("default set anew");
  // Only the action that ignores takes it away.
  signal(SIGTERM, SIG_DFL);
  show_pending("SIGTERM default");
  signal(SIGTERM, SIG_IGN);
  show_pending("SIGTERM ignored");
  sigaction(SIGUSR1, NULL, &(struct sigaction){ .sa_flags = 0 });
  mask_set(SIG_SETMASK, NONE);
  // All of a queue go.
  mask_set(SIG_BLOCK, SET(SIGRTMIN + 1));
  for (int i = 0; i < 5; i++) sigqueue(getpid(), SIGRTMIN + 1, (union sigval){ .sival_int = i });
  show_pending("queued");
  signal(SIGRTMIN + 1, SIG_IGN);
  show_pending("queue ignored");
  catch(SIGRTMIN + 1, handler, 0);
  mask_set(SIG_SETMASK, NONE);
  say("nothing came\n");
  return 0;
}
