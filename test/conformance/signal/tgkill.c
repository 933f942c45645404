// tgkill — the only thread is its process; EINVAL for no id or no signal, ESRCH for wrong ones; tgkill(2).
#include "../signals.h"

static void handler(int sig) { say("caught %s\n", sig_name(sig)); }

int main(void) {
  pid_t me = getpid(), none = 0x3fffffff;
  catch(SIGUSR1, handler, 0);
  catch(SIGRTMIN, handler, 0);
  ERR(tgkill(me, me, 0));
  ERR(tgkill(me, me, SIGUSR1));
  ERR(tgkill(me, me, SIGRTMIN));
  ERR(tgkill(me, me, -1));
  ERR(tgkill(me, me, 65));
  ERR(tgkill(me, 0, SIGUSR1));
  ERR(tgkill(0, me, SIGUSR1));
  ERR(tgkill(-1, me, SIGUSR1));
  ERR(tgkill(me, -1, SIGUSR1));
  ERR(tgkill(none, none, SIGUSR1));
  ERR(tgkill(none, me, SIGUSR1));
  ERR(tgkill(me, none, SIGUSR1));
  ERR(tgkill(me, none, 65));
  ERR(tgkill(0, 0, 65));
  gate g = gate_new();
  pid_t child = fork();
  if (child == 0) {
    gate_wait(g);
    _exit(0);
  }
  ERR(tgkill(child, me, 0));
  ERR(tgkill(me, child, 0));
  ERR(tgkill(child, child, 0));
  ERR(tgkill(child, child, SIGTERM));
  reap("child", child);
  return 0;
}
