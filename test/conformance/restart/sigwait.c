// sigwait — sigtimedwait and sigwaitinfo end after a handler and after a stop; sigwait goes on; signal(7).
#include "row.h"

static sigset_t set;

static void begin(void) {
  sigemptyset(&set);
  sigaddset(&set, SIGUSR2);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
}

static long call_sigtimedwait(void) {
  struct timespec t = { 1000, 0 };
  return sigtimedwait(&set, NULL, &t);
}

static long call_sigwaitinfo(void) { return sigwaitinfo(&set, NULL); }

static long call_sigwait(void) {
  int sig;
  int error = sigwait(&set, &sig);
  errno = error;
  return error ? -1 : sig;
}

static void release(pid_t pid) { MUST(kill(pid, SIGUSR2)); }

int main(void) {
  row rows[] = {
    { .name = "sigtimedwait", .ends = HANDLERS | STOP, .call = call_sigtimedwait },
    { .name = "sigwaitinfo", .ends = HANDLERS | STOP, .call = call_sigwaitinfo },
    { .name = "sigwait", .call = call_sigwait },
  };
  for (int i = 0; i < 3; i++) rows[i].begin = begin, rows[i].release = release, table(&rows[i]);
  return 0;
}
