// assert_fail — what a failed assert prints, then abort.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "start.h"

// "program: file:line: function: Assertion `expression' failed.", as glibc.
_Noreturn void __assert_fail(const char *expression, const char *file, int line, const char *function) {
  const char *program = __argc > 0 ? __argv[0] : "";
  const char *slash = strrchr(program, '/');
  if (slash) program = slash + 1;
  fprintf(stderr, "%s%s%s:%d: %s%sAssertion `%s' failed.\n", program, *program ? ": " : "", file, line,
          function ? function : "", function ? ": " : "", expression);
  fflush(stderr);
  abort();
}
