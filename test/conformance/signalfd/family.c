// family — an inherited signalfd gives its reader's own signals, over fork and exec; signalfd(2).
// programs: signals
#include "../check.h"
#include <sys/signalfd.h>

static int fd;

static void look(void) {
  struct signalfd_siginfo s;
  ssize_t n = read(fd, &s, sizeof s);
  say("%s\n", n < 0 ? errname(errno) : signame(s.ssi_signo % 32));
}

int main(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGUSR2);
  MUST(sigprocmask(SIG_BLOCK, &set, NULL));
  fd = MUST(signalfd(-1, &set, SFD_NONBLOCK));
  MUST(kill(getpid(), SIGUSR1));
  CHILD("child",
    // What is pending for the parent is not for the child.
    look();
    MUST(kill(getpid(), SIGUSR2));
    look());
  look();
  look();
  // The mask, what is pending and the descriptor stay over exec.
  CHILD("exec",
    MUST(kill(getpid(), SIGUSR2));
    char text[12];
    snprintf(text, sizeof text, "%d", fd);
    execl(program("signals"), "signals", text, (char *)NULL));
  // Not blocked, a signal goes to its handler or its default action, and never to the descriptor.
  CHILD("unblocked", MUST(sigprocmask(SIG_UNBLOCK, &set, NULL)); kill(getpid(), SIGUSR1); look());
  CHILD("ignored",
    signal(SIGUSR1, SIG_IGN);
    MUST(kill(getpid(), SIGUSR1));
    look();
    MUST(sigprocmask(SIG_UNBLOCK, &set, NULL));
    MUST(kill(getpid(), SIGUSR1));
    look());
  return 0;
}
