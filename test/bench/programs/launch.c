// launch — start a program and wait for it: `launch spawn PROGRAM` or `launch exec PROGRAM`, ns each.
#include "timing.h"
#include <spawn.h>

extern char **environ;
static char *program[2];

static void wait_for(pid_t child) {
  int status;
  bench_check(waitpid(child, &status, 0) == child && status == 0, "waitpid");
}

static void by_spawn(int n) {
  for (int i = 0; i < n; i++) {
    pid_t child;
    bench_check(posix_spawn(&child, program[0], NULL, NULL, program, environ) == 0, "posix_spawn");
    wait_for(child);
  }
}

static void by_exec(int n) {
  for (int i = 0; i < n; i++) {
    pid_t child = fork();
    bench_check(child >= 0, "fork");
    if (child == 0) {
      execv(program[0], program);
      _exit(127);
    }
    wait_for(child);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  program[0] = argv[2];
  bench_run(strcmp(argv[1], "spawn") == 0 ? by_spawn : by_exec, 100);
  return 0;
}
