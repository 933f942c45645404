// abort — ends the process by SIGABRT whether that is caught, ignored or blocked; a handler runs before.
// abort(3).
#include "../signals.h"
#include <setjmp.h>

static jmp_buf out;

static void handler(int sig) {
  say("caught %s\n", signame(sig));
  show_mask("inside");
}
static void jumps(int sig) { longjmp(out, sig); }
static void leaves(int sig) { _exit(5); }
static void at_exit(void) { say("never seen: atexit\n"); }

int main(void) {
  atexit(at_exit);
  CHILD("default", abort());
  CHILD("ignored", signal(SIGABRT, SIG_IGN); abort());
  CHILD("blocked", mask_set(SIG_BLOCK, SET(SIGABRT)); abort());
  CHILD("everything blocked", mask_set(SIG_SETMASK, ALL); abort());
  CHILD("caught", catch(SIGABRT, handler, 0); abort());
  CHILD("caught and blocked",
    mask_set(SIG_BLOCK, SET(SIGABRT, SIGHUP));
    catch(SIGABRT, handler, 0);
    abort());
  CHILD("handler leaves", catch(SIGABRT, leaves, 0); abort());
  CHILD("handler jumps",
    catch(SIGABRT, jumps, 0);
    if (setjmp(out) == 0) abort();
    say("alive\n"));
  CHILD("raised and caught", catch(SIGABRT, handler, 0); raise(SIGABRT); say("alive\n"));
  CHILD("raised", raise(SIGABRT));
  say("parent alive\n");
  _exit(0);
}
