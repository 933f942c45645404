// signal — sigaction in its oldest form.
#include <signal.h>

void (*signal(int sig, void (*handler)(int)))(int) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART}, old;
  return sigaction(sig, &action, &old) < 0 ? SIG_ERR : old.sa_handler;
}
