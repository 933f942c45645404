// exec-alarm — an alarm rings in the program executed meanwhile and ends it: no handler is left; alarm(2).
// programs: again status
#include "../check.h"
#include <sys/time.h>

static void never(int sig) { write(1, "handler\n", 8); }

int main(void) {
  signal(SIGALRM, never);
  struct itimerval t = { { 0, 0 }, { 0, 30000 } };
  CHILD("exec",
    MUST(setitimer(ITIMER_REAL, &t, NULL));
    // It executes itself far more often than there is time for.
    execl(program("again"), "again", "1000000", program("status"), (char *)NULL));
  CHILD("SIGALRM ignored over exec",
    signal(SIGALRM, SIG_IGN);
    MUST(setitimer(ITIMER_REAL, &t, NULL));
    execl(program("again"), "again", "40", program("status"), (char *)NULL));
  return 0;
}
