// signals — reads one signal from the signalfd that its argument numbers, without waiting.
#include "../check.h"
#include <sys/signalfd.h>

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  struct signalfd_siginfo s;
  sigset_t mask, pending;
  MUST(sigprocmask(SIG_BLOCK, NULL, &mask));
  MUST(sigpending(&pending));
  for (int sig = 1; sig < 32; sig++)
    if (sigismember(&mask, sig))
      say("%s: blocked%s\n", signame(sig), sigismember(&pending, sig) ? ", pending" : "");
  ssize_t n = read(atoi(argv[1]), &s, sizeof s);
  say("%s\n", n < 0 ? errname(errno) : signame(s.ssi_signo % 32));
  return 0;
}
