// preempt — `preempt share|sleep|stop|kill`: how processes that compute share a CPU, stop and die.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile unsigned long long *counts; // in a shared page

static long long now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1000000000LL + at.tv_nsec;
}

static void pause_ms(long ms) {
  struct timespec span = {ms / 1000, ms % 1000 * 1000000};
  nanosleep(&span, NULL);
}

/** A child that counts for ever, in a loop without system calls. */
static pid_t computes(int which) {
  pid_t pid = fork();
  if (pid != 0) return pid;
  for (unsigned long long n = 0;;) {
    for (int i = 0; i < 1000; i++) __asm__ volatile("" : "+r"(n));
    counts[which] = ++n;
  }
}

static void ends(pid_t pid) {
  kill(pid, SIGKILL);
  waitpid(pid, NULL, 0);
}

static int by_value(const void *a, const void *b) {
  long long left = *(const long long *)a, right = *(const long long *)b;
  return left < right ? -1 : left > right;
}

/** Prints median, 95th percentile and greatest of n times, in microseconds. */
static void print_times(long long *times, int n) {
  qsort(times, (size_t)n, sizeof *times, by_value);
  printf("%lld %lld %lld\n", times[n / 2] / 1000, times[n * 95 / 100] / 1000, times[n - 1] / 1000);
}

static void share(void) {
  pid_t one = computes(0), other = computes(1);
  pause_ms(100);
  unsigned long long from[2] = {counts[0], counts[1]};
  pause_ms(1000);
  unsigned long long did[2] = {counts[0] - from[0], counts[1] - from[1]};
  printf("%llu\n", did[0] * 100 / (did[0] + did[1]));
  ends(one);
  ends(other);
}

static void sleeps(void) {
  enum { TIMES = 100 };
  static long long late[TIMES];
  pid_t pid = computes(0);
  while (counts[0] == 0) pause_ms(1);
  for (int i = 0; i < TIMES; i++) {
    long long begin = now();
    pause_ms(1);
    late[i] = now() - begin - 1000000;
  }
  print_times(late, TIMES);
  ends(pid);
}

static void stops(void) {
  int status;
  pid_t pid = computes(0);
  for (int i = 0; i < 10; i++) {
    unsigned long long before = counts[0];
    while (counts[0] == before) pause_ms(1);
    kill(pid, SIGSTOP);
    waitpid(pid, &status, WUNTRACED);
    unsigned long long stopped = counts[0];
    pause_ms(20);
    if (!WIFSTOPPED(status) || counts[0] != stopped) puts("it goes on");
    kill(pid, SIGCONT);
  }
  ends(pid);
  puts("stopped");
}

static void kills(void) {
  enum { TIMES = 20 };
  static long long times[TIMES];
  for (int i = 0; i < TIMES; i++) {
    counts[0] = 0;
    pid_t pid = computes(0);
    while (counts[0] == 0) pause_ms(1);
    long long begin = now();
    ends(pid);
    times[i] = now() - begin;
  }
  print_times(times, TIMES);
}

int main(int argc, char **argv) {
  counts = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  const char *what = argc > 1 ? argv[1] : "";
  if (strcmp(what, "share") == 0) share();
  else if (strcmp(what, "sleep") == 0) sleeps();
  else if (strcmp(what, "stop") == 0) stops();
  else if (strcmp(what, "kill") == 0) kills();
  else return 2;
}
