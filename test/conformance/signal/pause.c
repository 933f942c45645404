// pause — sleeps until a handler has run; ignored and blocked signals leave it asleep, SA_RESTART does not.
// pause(2).
#include "../signals.h"

static volatile sig_atomic_t caught;

static void handler(int sig) { caught = sig; }

static void test(const char *what, pid_t pid) {
  caught = 0;
  errno = 0;
  int r = pause();
  say("%s: %d %s, caught %s\n", what, r, errname(errno), signame(caught));
  sender_stop(pid);
}

int main(void) {
  catch(SIGUSR1, handler, 0);
  catch(SIGUSR2, handler, SA_RESTART);
  catch(SIGTERM, handler, 0);
  catch(SIGALRM, handler, 0);
  signal(SIGHUP, SIG_IGN);
  mask_set(SIG_BLOCK, SET(SIGTERM));
  test("a handler", SENDER(SIGUSR1));
  test("a handler with SA_RESTART", SENDER(SIGUSR2));
  test("ignored first", SENDER(SIGHUP, SIGUSR1));
  test("ignored by default first", SENDER(SIGWINCH, SIGURG, SIGUSR1));
  test("blocked first", SENDER(SIGTERM, SIGUSR1));
  show_pending("blocked");
  alarm_every(10);
  ERR(pause());
  alarm_every(0);
  SHOW(caught == SIGALRM);
  mask_set(SIG_SETMASK, NONE);
  SHOW(caught == SIGTERM);
  CHILD("default action", signal(SIGALRM, SIG_DFL); alarm_every(10); pause());
  return 0;
}
