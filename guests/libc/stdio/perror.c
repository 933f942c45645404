// perror — what went wrong last, on standard error.
#include <errno.h>
#include <stdio.h>
#include <string.h>

void perror(const char *prefix) {
  int number = errno;
  int has_prefix = prefix && *prefix;
  fprintf(stderr, "%s%s%s\n", has_prefix ? prefix : "", has_prefix ? ": " : "", strerror(number));
}
