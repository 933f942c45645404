// array — where the kernels' arrays come from: flat memory or the window, as the bench chooses.
#ifndef ARRAY_H
#define ARRAY_H

// `bytes` of zeroes, aligned to 16, until the next array_place.
void *array_alloc(unsigned bytes);

// The kernel: does work of size n on fresh arrays and returns a checksum of the result.
int run(int n);

// A generator of numbers with a fixed beginning (xorshift32), so that every run does the same.
static inline unsigned next_random(unsigned *state) {
  unsigned x = *state;
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  return *state = x;
}

#endif
