// signals — what the programs about signals share: names of any signal, sets as lists, catching in one line.
#ifndef SIGNALS_H
#define SIGNALS_H
#include "check.h"
#include <sched.h>
#include <sys/time.h>
#include <time.h>

// A signal's name; of a real-time signal its distance from SIGRTMIN, which the C library chooses.
UNUSED static const char *sig_name(int sig) {
  static char other[4][24];
  static int next;
  if (sig < SIGRTMIN || sig > SIGRTMAX) return signame(sig);
  char *text = other[next++ & 3];
  snprintf(text, sizeof other[0], "SIGRTMIN+%d", sig - SIGRTMIN);
  return text;
}

UNUSED static sigset_t set_of_list(const int *list, size_t n) {
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < n; i++) sigaddset(&set, list[i]);
  return set;
}

// SET(SIGUSR1, SIGUSR2): a set of these. NONE and ALL: of nothing, of everything.
#define SET(...) set_of_list((int[]){ __VA_ARGS__ }, sizeof (int[]){ __VA_ARGS__ } / sizeof(int))
#define NONE set_of_list(NULL, 0)
#define ALL ({ sigset_t all_; sigfillset(&all_); all_; })

UNUSED static void show_set(const char *what, const sigset_t *set) {
  char line[1024];
  int n = snprintf(line, sizeof line, "%s: {", what);
  for (int sig = 1; sig <= SIGRTMAX && n < 1000; sig++)
    if (sigismember(set, sig) == 1) n += snprintf(line + n, sizeof line - n, " %s", sig_name(sig));
  say("%s }\n", line);
}

UNUSED static void show_mask(const char *what) {
  sigset_t set;
  MUST(sigprocmask(SIG_BLOCK, NULL, &set));
  show_set(what, &set);
}

UNUSED static void show_pending(const char *what) {
  sigset_t set;
  MUST(sigpending(&set));
  show_set(what, &set);
}

UNUSED static void mask_set(int how, sigset_t set) { MUST(sigprocmask(how, &set, NULL)); }

// sigaction with a handler, the flags, and the signals blocked while it runs.
UNUSED static void catch_masked(int sig, void (*handler)(int), int flags, sigset_t mask) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_handler = handler;
  act.sa_flags = flags;
  act.sa_mask = mask;
  MUST(sigaction(sig, &act, NULL));
}

UNUSED static void catch(int sig, void (*handler)(int), int flags) {
  catch_masked(sig, handler, flags, NONE);
}

UNUSED static void catch_info(int sig, void (*handler)(int, siginfo_t *, void *), int flags) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_sigaction = handler;
  act.sa_flags = flags | SA_SIGINFO;
  sigemptyset(&act.sa_mask);
  MUST(sigaction(sig, &act, NULL));
}

UNUSED static void show_action(const char *what, int sig) {
  struct sigaction act;
  MUST(sigaction(sig, NULL, &act));
  int flags = act.sa_flags;
  const char *how = flags & SA_SIGINFO ? "handler with info" : "handler";
  if (act.sa_handler == SIG_DFL) how = "default";
  if (act.sa_handler == SIG_IGN) how = "ignored";
  say("%s: %s %s%s%s%s%s%s%s%s\n", what, sig_name(sig), how, flags & SA_RESTART ? " RESTART" : "",
    flags & SA_SIGINFO ? " SIGINFO" : "", flags & SA_NODEFER ? " NODEFER" : "",
    flags & (int)SA_RESETHAND ? " RESETHAND" : "", flags & SA_ONSTACK ? " ONSTACK" : "",
    flags & SA_NOCLDSTOP ? " NOCLDSTOP" : "", flags & SA_NOCLDWAIT ? " NOCLDWAIT" : "");
  show_set("  mask", &act.sa_mask);
}

UNUSED static const char *code_name(int code) {
  static const struct { int code; const char *name; } table[] = {
#define E(x) { x, #x }
    E(SI_USER), E(SI_KERNEL), E(SI_QUEUE), E(SI_TIMER), E(SI_TKILL),
#undef E
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (table[i].code == code) return table[i].name;
  return "another code";
}

// SIGALRM every so many milliseconds, until asked for 0: one of them comes while a call sleeps.
UNUSED static void alarm_every(int milliseconds) {
  struct timeval t = { milliseconds / 1000, milliseconds % 1000 * 1000 };
  MUST(setitimer(ITIMER_REAL, &(struct itimerval){ t, t }, NULL));
}

// A child that sends the signals of a list that ends with 0, and the last one again and again until stopped:
// the receiver may have been late for the first.
UNUSED static pid_t sender(const int *signals) {
  pid_t receiver = getpid(), pid = fork();
  if (pid) return pid;
  for (;; signals += signals[1] != 0) {
    nanosleep(&(struct timespec){ 0, 5000000 }, NULL);
    kill(receiver, *signals);
  }
}
#define SENDER(...) sender((int[]){ __VA_ARGS__, 0 })

UNUSED static void sender_stop(pid_t pid) {
  MUST(kill(pid, SIGKILL));
  while (waitpid(pid, NULL, 0) < 0)
    if (errno != EINTR) fail("sender_stop", __LINE__);
}
#endif
