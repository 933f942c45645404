// resethand — SA_RESETHAND: the handler runs once, with the default already in its place; sigaction(2).
#include "../signals.h"

static void handler(int sig) {
  say("handler: %s\n", signame(sig));
  show_action("inside", sig);
  show_mask("inside");
}

static void with_info(int sig, siginfo_t *info, void *context) {
  say("with info: %s\n", info ? signame(info->si_signo) : "none");
  show_action("inside", sig);
}

static void again(int sig) {
  say("again\n");
  raise(sig);
  say("the second is blocked\n");
}

int main(void) {
  catch_masked(SIGUSR1, handler, SA_RESETHAND | SA_RESTART, SET(SIGHUP));
  SHOW(raise(SIGUSR1));
  show_action("afterwards", SIGUSR1);
  CHILD("the second time", raise(SIGUSR1));
  catch_info(SIGUSR2, with_info, SA_RESETHAND);
  SHOW(raise(SIGUSR2));
  show_action("afterwards", SIGUSR2);
  CHILD("the second time, with info", raise(SIGUSR2));
  CHILD("raised inside, blocked", catch(SIGTERM, again, SA_RESETHAND); raise(SIGTERM); say("never seen\n"));
  CHILD("raised inside, not blocked",
    catch(SIGTERM, again, SA_RESETHAND | SA_NODEFER);
    raise(SIGTERM);
    say("never seen\n"));
  // What is ignored by default is ignored again.
  catch(SIGURG, handler, SA_RESETHAND);
  SHOW(raise(SIGURG));
  SHOW(raise(SIGURG));
  show_mask("at the end");
  return 0;
}
