// sets — sigaddset, sigdelset, sigismember know the signals that programs may use: EINVAL for others.
// sigsetops(3).
#include "../signals.h"

int main(void) {
  sigset_t set, full, other;
  ERR(sigemptyset(&set));
  SHOW(sigisemptyset(&set));
  ERR(sigaddset(&set, SIGHUP));
  ERR(sigaddset(&set, SIGHUP));
  ERR(sigaddset(&set, 31));
  ERR(sigaddset(&set, SIGRTMIN));
  ERR(sigaddset(&set, SIGRTMAX));
  ERR(sigaddset(&set, SIGKILL));
  show_set("set", &set);
  SHOW(sigisemptyset(&set));
  ERR(sigismember(&set, SIGHUP));
  ERR(sigismember(&set, SIGINT));
  ERR(sigismember(&set, SIGRTMAX));
  ERR(sigdelset(&set, SIGHUP));
  ERR(sigdelset(&set, SIGHUP));
  ERR(sigismember(&set, SIGHUP));
  int wrong[] = { 0, -1, 65, 1000 };
  for (int i = 0; i < 4; i++) {
    ERR(sigaddset(&set, wrong[i]));
    ERR(sigdelset(&set, wrong[i]));
    ERR(sigismember(&set, wrong[i]));
  }
  show_set("set", &set);
  ERR(sigfillset(&full));
  int members = 0;
  for (int sig = 1; sig <= 64; sig++) members += sigismember(&full, sig) == 1;
  SHOW(members);
  // 32 and 33 are the library's own.
  ERR(sigismember(&full, 32));
  ERR(sigismember(&full, 33));
  ERR(sigaddset(&set, 32));
  ERR(sigismember(&full, SIGKILL));
  sigset_t a = SET(SIGHUP, SIGINT, SIGRTMAX), b = SET(SIGINT, SIGTERM, SIGRTMAX);
  ERR(sigandset(&other, &a, &b));
  show_set("and", &other);
  ERR(sigorset(&other, &a, &b));
  show_set("or", &other);
  ERR(sigemptyset(&other));
  SHOW(sigisemptyset(&other));
  return 0;
}
