// texts — prints what error numbers and signals are called, and what a few failures leave in errno.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  char *end;
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
