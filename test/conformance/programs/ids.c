// ids — checks that its id, parent and group are those its arguments say ("pid ppid pgid", - to skip).
#include "../check.h"

static void same(const char *what, const char *expected, pid_t got) {
  if (strcmp(expected, "-") == 0) return;
  say("%s: %s\n", what, atoi(expected) == got ? "same" : "different");
}

int main(int argc, char **argv) {
  if (argc > 1) same("pid", argv[1], getpid());
  if (argc > 2) same("ppid", argv[2], getppid());
  if (argc > 3) same("pgid", argv[3], getpgrp());
  return 0;
}
