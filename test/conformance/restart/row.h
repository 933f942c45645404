// row.h — a row of the restart table: one blocking call, disturbed in each of the ways there are.
#ifndef ROW_H
#define ROW_H
#include "../check.h"
#include <time.h>

// The ways. A set of them says under which the call ends without what it waits for.
enum { RESTART = 1, CAUGHT = 2, IGNORED = 4, DEFAULT = 8, BLOCKED = 16 };
enum { STOP = 32, CONT_RESTART = 64, CONT = 128 };
enum { HANDLERS = RESTART | CAUGHT | CONT_RESTART | CONT };

typedef struct {
  const char *name;
  unsigned ends;               // The ways that make the call return.
  unsigned without;            // The ways left out.
  int again;                   // Release until the call has returned: one release could come too early.
  void (*prepare)(void);       // Before the fork.
  void (*begin)(void);         // In the child.
  long (*call)(void);          // In the child: the blocking call.
  void (*release)(pid_t pid);  // In the parent: what the call waits for happens.
} row;

typedef struct {
  unsigned way;
  const char *name;
  int sig, flags;
} disturbance;

static const disturbance disturbances[] = {
  { RESTART, "handler with SA_RESTART", SIGUSR1, SA_RESTART },
  { CAUGHT, "handler without", SIGUSR1, 0 },
  { IGNORED, "SIG_IGN", SIGUSR1, 0 },
  { DEFAULT, "ignored by default", SIGWINCH, 0 },
  { BLOCKED, "blocked", SIGUSR1, 0 },
  { STOP, "stop and continue", SIGCONT, 0 },
  { CONT_RESTART, "stop, SIGCONT caught, SA_RESTART", SIGCONT, SA_RESTART },
  { CONT, "stop, SIGCONT caught", SIGCONT, 0 },
};

// What the running cell is; whether its call returns without being released.
static const disturbance *now;
static int ends;
static sigset_t mask;
static volatile sig_atomic_t caught[65];

static void note(int sig) { caught[sig] = 1; }

static void pause_1ms(void) {
  struct timespec t = { 0, 1000000 };
  nanosleep(&t, NULL);
}

static void action(int sig, void (*handler)(int), int flags) {
  struct sigaction act;
  memset(&act, 0, sizeof act);
  act.sa_handler = handler;
  act.sa_flags = flags;
  MUST(sigaction(sig, &act, NULL));
}

static void child(const row *r, gate ready) {
  if (now->way & HANDLERS) action(now->sig, note, now->flags);
  if (now->way == IGNORED) action(now->sig, SIG_IGN, 0);
  if (now->way == BLOCKED) action(now->sig, note, 0), sigaddset(&mask, now->sig);
  MUST(sigprocmask(SIG_SETMASK, &mask, NULL));
  if (r->begin) r->begin();
  gate_open(ready);
  errno = 0;
  long result = r->call();
  int error = errno;
  char text[80] = "";
  int n = result == -1 ? sprintf(text, "-1 %s", errname(error)) : sprintf(text, "%ld", result);
  for (int sig = 1; sig < 32; sig++)
    if (caught[sig]) n += sprintf(text + n, ", %s caught", signame(sig));
  say("  %s: %s\n", now->name, text);
  _exit(0);
}

// Disturbs the call once. Whether the child has ended; then it is reaped.
static int disturb(pid_t pid) {
  int s;
  if (now->sig != SIGCONT) {
    MUST(kill(pid, now->sig));
    pause_1ms();
    return MUST(waitpid(pid, &s, WNOHANG)) == pid;
  }
  MUST(kill(pid, SIGSTOP));
  MUST(waitpid(pid, &s, WUNTRACED));
  if (!WIFSTOPPED(s)) return 1;
  MUST(kill(pid, SIGCONT));
  MUST(waitpid(pid, &s, WCONTINUED));
  if (!WIFCONTINUED(s)) return 1;
  pause_1ms();
  return MUST(waitpid(pid, &s, WNOHANG)) == pid;
}

static void cell(const row *r) {
  gate ready = gate_new();
  sigemptyset(&mask);
  ends = (r->ends & now->way) != 0;
  if (r->prepare) r->prepare();
  pid_t pid = MUST(fork());
  if (pid == 0) child(r, ready);
  gate_wait(ready);
  gate_free(ready);
  // Nobody sees whether the child sleeps already: where the call is to end, it is disturbed until it does.
  int over = 0;
  for (int i = 0; i < (ends ? 5000 : 3) && !over; i++) over = disturb(pid);
  int s;
  if (over) return;
  if (ends) kill(pid, SIGKILL), reap(now->name, pid);
  else if (!r->again) r->release(pid), MUST(waitpid(pid, &s, 0));
  else for (r->release(pid); waitpid(pid, &s, WNOHANG) == 0; r->release(pid)) pause_1ms();
}

static void table(const row *r) {
  say("%s\n", r->name);
  for (size_t i = 0; i < sizeof disturbances / sizeof *disturbances; i++) {
    now = &disturbances[i];
    if (!(r->without & now->way)) cell(r);
  }
}
#endif
