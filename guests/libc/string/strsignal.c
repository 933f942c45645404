// strsignal — what a signal is called.
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const char *const texts[] = {
#define X(name, text) [SIG##name] = text,
#include "signal_names.h"
#undef X
};

static const char *const names[] = {
#define X(name, text) [SIG##name] = #name,
#include "signal_names.h"
#undef X
};

const char *sigdescr_np(int sig) {
  return sig >= 1 && sig <= SIGSYS ? texts[sig] : 0;
}

const char *sigabbrev_np(int sig) {
  return sig >= 1 && sig <= SIGSYS ? names[sig] : 0;
}

char *strsignal(int sig) {
  static char other[32];
  const char *text = sigdescr_np(sig);
  if (text) return (char *)text;
  if (sig >= SIGRTMIN && sig <= SIGRTMAX) {
    snprintf(other, sizeof other, "Real-time signal %d", sig - SIGRTMIN);
  } else {
    snprintf(other, sizeof other, "Unknown signal %d", sig);
  }
  return other;
}
