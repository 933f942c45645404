// suspend — pause and sigsuspend return after a handler and never otherwise; pause(2), sigsuspend(2).
#include "row.h"

static void begin(void) { action(SIGUSR2, note, SA_RESTART); }

static void begin_blocked(void) {
  begin();
  sigset_t all;
  sigfillset(&all);
  MUST(sigprocmask(SIG_SETMASK, &all, NULL));
}

static long call_pause(void) { return pause(); }
static long call_sigsuspend(void) { return sigsuspend(&mask); }

static void release(pid_t pid) { kill(pid, SIGUSR2); }

int main(void) {
  row rows[] = {
    { .name = "pause", .ends = HANDLERS, .again = 1, .begin = begin, .call = call_pause, .release = release },
    { .name = "sigsuspend", .ends = HANDLERS, .begin = begin_blocked, .call = call_sigsuspend,
      .release = release },
  };
  for (int i = 0; i < 2; i++) table(&rows[i]);
  return 0;
}
