// vfork — what the child of vfork does to its signals leaves the parent's alone; vfork(2).
// programs: sigstate
#include "../signals.h"

static void handler(int sig) { say("caught %s\n", sig_name(sig)); }

int main(void) {
  catch(SIGUSR1, handler, 0);
  signal(SIGHUP, SIG_IGN);
  mask_set(SIG_SETMASK, SET(SIGTERM));
  raise(SIGTERM);
  pid_t pid = vfork();
  if (pid == 0) {
    signal(SIGUSR1, SIG_IGN);
    signal(SIGHUP, SIG_DFL);
    sigset_t set = SET(SIGINT, SIGRTMAX);
    sigprocmask(SIG_SETMASK, &set, NULL);
    execl(program("sigstate"), "sigstate", (char *)NULL);
    _exit(127);
  }
  reap("child", pid);
  show_action("parent", SIGUSR1);
  show_action("parent", SIGHUP);
  show_mask("parent");
  show_pending("parent");
  // A signal to the parent waits until the child has let it go on.
  pid = vfork();
  if (pid == 0) {
    kill(getppid(), SIGUSR1);
    static const char text[] = "child still here\n";
    write(1, text, sizeof text - 1);
    _exit(3);
  }
  reap("child", pid);
  return 0;
}
