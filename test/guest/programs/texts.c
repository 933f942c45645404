// texts — prints what error numbers and signals are called, and what a few failures leave in errno.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *or_none(const char *text) {
  return text ? text : "none";
}

// Who or where differs with the signal; a code without a text stands as its number.
static void tell(int sig, int code) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  info.si_signo = sig;
  info.si_code = code;
  if (sig == SIGSEGV || sig == SIGBUS || sig == SIGILL || sig == SIGFPE) {
    info.si_addr = (void *)0x1234;
  } else {
    info.si_pid = 42;
    info.si_uid = 7;
    if (sig == SIGCHLD) info.si_status = 5;
  }
  psiginfo(&info, code % 2 ? "said" : NULL);
}

static void informations(void) {
  static const int codes[] = {
    SI_USER, SI_QUEUE, SI_TKILL, SI_TIMER, SI_MESGQ, SI_ASYNCIO, SI_SIGIO, SI_KERNEL, 77,
  };
  for (unsigned i = 0; i < sizeof codes / sizeof *codes; i++) tell(SIGUSR1, codes[i]);
  for (int code = 0; code <= 7; code++) {
    tell(SIGSEGV, code > 2 ? 9 : code);
    tell(SIGBUS, code > 3 ? 9 : code);
    tell(SIGILL, code > 2 ? 9 : code);
    tell(SIGFPE, code > 2 ? 9 : code);
    tell(SIGTRAP, code > 2 ? 9 : code);
    tell(SIGCHLD, code);
  }
  for (int sig = SIGRTMIN; sig < SIGRTMAX; sig++) tell(sig, SI_QUEUE);
  tell(0, 0);
  tell(-1, 0);
  tell(70, 0);
  for (int sig = -1; sig <= 31; sig++) psignal(sig, sig % 2 ? "told" : "");
}

static void sets(void) {
  sigset_t set, other;
  printf("%d", sigemptyset(&set) || !sigisemptyset(&set));
  for (int sig = -1; sig <= 66; sig++) {
    int added = sigaddset(&set, sig), held = sigismember(&set, sig);
    printf(" %d%d%d", added, held, sigdelset(&set, sig));
  }
  sigfillset(&other);
  for (int sig = 1; sig <= 64; sig++) printf(" %d", sigismember(&other, sig));
  sigaddset(&set, SIGUSR1);
  sigorset(&set, &set, &other);
  sigdelset(&set, SIGRTMAX);
  sigandset(&other, &other, &set);
  printf("\n%d %d %d\n", sigismember(&set, SIGTERM), sigismember(&other, SIGRTMAX), sigisemptyset(&other));
}

int main(void) {
  char *end;
  for (int sig = -1; sig <= 66; sig++)
    printf("%d %s %s\n", sig, or_none(sigabbrev_np(sig)), or_none(sigdescr_np(sig)));
  sets();
  informations();
  for (int number = -1; number <= 140; number++) printf("%d %s\n", number, strerror(number));
  for (int sig = -1; sig <= 66; sig++)
    if (sig != 32 && sig != 33) printf("%d %s\n", sig, strsignal(sig));

#define TRY(expression)                                   \
  do {                                                    \
    errno = 0;                                            \
    long long result = (expression);                      \
    printf("%s = %lld, %m\n", #expression, result);       \
    printf("%d\n", errno);                                \
  } while (0)

  char text[] = "A=B", mode[] = "q", missing[] = "/nonexistent/file";
  volatile size_t huge = (size_t)-1 / 4;
  TRY(strtoll("99999999999999999999", &end, 10));
  TRY(strtoull("1", NULL, 1) == 0);
  TRY(fopen(missing, "r") == NULL);
  TRY(fopen(missing, mode) == NULL);
  TRY(setenv(text, "1", 1));
  TRY(malloc(huge) == NULL);
  TRY(fdopen(1, mode) == NULL);
  TRY(close(-1));
  errno = EDOM;
  printf("kept %d %m\n", errno);
  errno = ERANGE;
  int saved = errno;
  close(-1);
  printf("saved %d now %d\n", saved, errno);
  return 0;
}
