// psignal — the text of a signal, on standard error.
#include <signal.h>
#include <stdio.h>
#include <string.h>

void psignal(int sig, const char *prefix) {
  int has_prefix = prefix && *prefix;
  fprintf(stderr, "%s%s%s\n", has_prefix ? prefix : "", has_prefix ? ": " : "", strsignal(sig));
}
