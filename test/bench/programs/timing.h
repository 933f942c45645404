// timing.h — how a benchmark program measures itself: rounds of one loop, one number a line.
#ifndef BENCH_TIMING_H
#define BENCH_TIMING_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 5

/** Nanoseconds of the monotonic clock. */
static inline double bench_now(void) {
  struct timespec ts;
  clock_gettime(CLOCK_MONOTONIC, &ts);
  return (double)ts.tv_sec * 1e9 + (double)ts.tv_nsec;
}

/** Stop with a message when a call failed: a benchmark that lost work has no result. */
static inline void bench_check(int ok, const char *what) {
  if (ok) return;
  perror(what);
  exit(1);
}

/** Run `body(n)` once to warm up, then ROUNDS times; print nanoseconds for each operation, a line a round. */
static inline void bench_run(void (*body)(int), int n) {
  body(n / 10 > 0 ? n / 10 : 1);
  for (int round = 0; round < ROUNDS; round++) {
    double start = bench_now();
    body(n);
    printf("%.1f\n", (bench_now() - start) / n);
    fflush(stdout);
  }
}
#endif
