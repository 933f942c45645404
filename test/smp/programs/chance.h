// chance — numbers at random from `state`, and time: for programs that do things at any moment.
#ifndef CHANCE_H
#define CHANCE_H
#include <time.h>

static unsigned state = 1;

static unsigned next(unsigned below) {
  state = state * 1664525u + 1013904223u;
  return (state >> 16) % below;
}

static long long now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1000000000LL + at.tv_nsec;
}

static void spin(unsigned us) {
  for (long long end = now() + us * 1000LL; now() < end;) continue;
}
#endif
