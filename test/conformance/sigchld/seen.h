// seen.h — SIGCHLD as its handler saw it: how often, and the siginfo in words.
#ifndef SEEN_H
#define SEEN_H
#include "../check.h"

static volatile sig_atomic_t seen;
static siginfo_t last;
static sigset_t before;  // The mask without SIGCHLD.

static void on_child(int sig, siginfo_t *info, void *context) {
  last = *info;
  seen++;
}

// Catches SIGCHLD, but only in `next`: elsewhere it is blocked.
UNUSED static void watch(int flags) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  MUST(sigprocmask(SIG_BLOCK, &set, &before));
  sigdelset(&before, SIGCHLD);
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_sigaction = on_child;
  act.sa_flags = SA_SIGINFO | flags;
  MUST(sigaction(SIGCHLD, &act, NULL));
}

// Whether a SIGCHLD waits to be taken.
UNUSED static int is_pending(void) {
  sigset_t set;
  MUST(sigpending(&set));
  return sigismember(&set, SIGCHLD);
}

UNUSED static const char *codename(const siginfo_t *i) {
  // Whether a core was dumped depends on the machine's limits.
  static const char *const names[] = { "SI_USER", "CLD_EXITED", "CLD_KILLED", "CLD_KILLED", "CLD_TRAPPED",
                                       "CLD_STOPPED", "CLD_CONTINUED" };
  if (i->si_code == SI_QUEUE) return "SI_QUEUE";
  return i->si_code >= 0 && i->si_code <= 6 ? names[i->si_code] : "other";
}

UNUSED static void describe(const char *who, const siginfo_t *i, pid_t pid) {
  int number = i->si_code == CLD_EXITED, status = i->si_status;
  char text[20];
  snprintf(text, sizeof text, "%d", status);
  say("%s: %s %s %s, pid %s, uid %d, errno %d\n", who, signame(i->si_signo), codename(i),
      number ? text : signame(status), i->si_pid == pid ? "right" : "wrong", (int)(i->si_uid - getuid()),
      i->si_errno);
}

// Sleeps until the handler has run once more.
UNUSED static void next(const char *who, pid_t pid) {
  int old = seen;
  while (seen == old) sigsuspend(&before);
  describe(who, &last, pid);
}
#endif
