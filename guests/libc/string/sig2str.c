// sig2str — a signal's name without SIG, and the signal of a name.
#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The real-time signals are named from the nearer end.
#define RTMIDDLE ((SIGRTMIN + SIGRTMAX) / 2)

int sig2str(int sig, char *name) {
  const char *known = sigabbrev_np(sig);
  if (known) strcpy(name, known);
  else if (sig == SIGRTMIN) strcpy(name, "RTMIN");
  else if (sig == SIGRTMAX) strcpy(name, "RTMAX");
  else if (sig > SIGRTMIN && sig < RTMIDDLE) sprintf(name, "RTMIN+%d", sig - SIGRTMIN);
  else if (sig >= RTMIDDLE && sig < SIGRTMAX) sprintf(name, "RTMAX-%d", SIGRTMAX - sig);
  else return -1;
  return 0;
}

// The number that is all of a text, or -1.
static int number(const char *text) {
  char *end;
  if (!isdigit((unsigned char)*text)) return -1;
  long value = strtol(text, &end, 10);
  return *end || value >= _NSIG ? -1 : value;
}

static int realtime(const char *name) {
  if (strcmp(name, "RTMIN") == 0) return SIGRTMIN;
  if (strcmp(name, "RTMAX") == 0) return SIGRTMAX;
  if (strncmp(name, "RTMIN+", 6) != 0 && strncmp(name, "RTMAX-", 6) != 0) return -1;
  int distance = number(name + 6);
  if (distance < 1 || distance >= SIGRTMAX - SIGRTMIN) return -1;
  return name[5] == '+' ? SIGRTMIN + distance : SIGRTMAX - distance;
}

int str2sig(const char *restrict name, int *restrict sig) {
  int found = realtime(name);
  for (int known = 1; found < 0 && known <= SIGSYS; known++)
    if (strcmp(name, sigabbrev_np(known)) == 0) found = known;
  if (strcmp(name, "IO") == 0) found = SIGIO;
  if (found < 0) found = number(name);
  if (found < 1) return -1;
  *sig = found;
  return 0;
}
