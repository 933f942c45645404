// action-errors — EINVAL: no such signal, the library's own, SIGKILL and SIGSTOP unless only asked for.
// sigaction(2), signal(2).
#include "../signals.h"

static void handler(int sig) { (void)sig; }

int main(void) {
  struct sigaction act, old;
  memset(&act, 0, sizeof act);
  act.sa_handler = handler;
  int wrong[] = { -1, 0, 32, 33, 65, 1000 };
  for (int i = 0; i < 6; i++) {
    say("signal %d\n", wrong[i]);
    ERR(sigaction(wrong[i], &act, NULL));
    ERR(sigaction(wrong[i], NULL, &old));
    ERR(sigaction(wrong[i], NULL, NULL));
    ERR(signal(wrong[i], handler) == SIG_ERR ? -1 : 0);
  }
  int fixed[] = { SIGKILL, SIGSTOP };
  for (int i = 0; i < 2; i++) {
    say("%s\n", signame(fixed[i]));
    void (*handlers[])(int) = { handler, SIG_IGN, SIG_DFL };
    for (int h = 0; h < 3; h++) {
      act.sa_handler = handlers[h];
      ERR(sigaction(fixed[i], &act, NULL));
      ERR(sigaction(fixed[i], &act, &old));
      ERR(signal(fixed[i], handlers[h]) == SIG_ERR ? -1 : 0);
    }
    ERR(sigaction(fixed[i], NULL, NULL));
    ERR(sigaction(fixed[i], NULL, &old));
    show_action("asked", fixed[i]);
  }
  return 0;
}
