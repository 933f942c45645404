// not-caught — a fault while SIGSEGV is blocked or ignored ends the process; one that is sent can wait.
// sigaction(2), sigprocmask(2).
#include "../signals.h"
#include <sys/mman.h>

static volatile char *page;

static void handler(int sig) { say("caught %s\n", signame(sig)); }

static void faults(int sig) {
  say("caught %s\n", signame(sig));
  *page = 1;
}

static void reports(int sig) {
  say("reported\n");
  signal(sig, SIG_DFL);
}

int main(void) {
  page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHILD("default", *page = 1);
  CHILD("ignored", signal(SIGSEGV, SIG_IGN); *page = 1);
  CHILD("blocked", mask_set(SIG_BLOCK, SET(SIGSEGV)); *page = 1);
  CHILD("everything blocked", mask_set(SIG_BLOCK, ALL); *page = 1);
  CHILD("caught, blocked", catch(SIGSEGV, handler, 0); mask_set(SIG_BLOCK, SET(SIGSEGV)); *page = 1);
  CHILD("faults in its handler", catch(SIGSEGV, faults, 0); *page = 1);
  CHILD("faults in another handler", catch(SIGUSR1, faults, 0); raise(SIGUSR1));
  CHILD("another handler blocks it",
    catch(SIGSEGV, handler, 0);
    catch_masked(SIGUSR1, faults, 0, SET(SIGSEGV));
    raise(SIGUSR1));
  CHILD("handler once", catch(SIGSEGV, handler, SA_RESETHAND); *page = 1);
  CHILD("handler reports and gives up", catch(SIGSEGV, reports, 0); *page = 1);
  CHILD("pending already",
    catch(SIGSEGV, handler, 0);
    mask_set(SIG_BLOCK, SET(SIGSEGV));
    raise(SIGSEGV);
    show_pending("pending");
    *page = 1);
  CHILD("raised", raise(SIGSEGV));
  CHILD("raised, ignored", signal(SIGSEGV, SIG_IGN); SHOW(raise(SIGSEGV)));
  CHILD("raised, caught", catch(SIGSEGV, handler, 0); SHOW(raise(SIGSEGV)));
  CHILD("raised, blocked, taken",
    sigset_t set = SET(SIGSEGV);
    int sig;
    mask_set(SIG_BLOCK, set);
    raise(SIGSEGV);
    SHOW(sigwait(&set, &sig));
    say("%s\n", signame(sig)));
  say("alive\n");
  return 0;
}
