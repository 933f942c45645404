// hash — n insertions into and 4 n look-ups in a table with open addressing.
#include "array.h"

static unsigned mix(unsigned key) {
  key ^= key >> 16;
  key *= 0x7feb352du;
  key ^= key >> 15;
  return key;
}

int run(int n) {
  unsigned size = 4;
  while (size < 2u * n) size *= 2;
  unsigned *keys = array_alloc(size * sizeof(unsigned));
  unsigned *values = array_alloc(size * sizeof(unsigned));
  unsigned state = 4711;
  for (int i = 0; i < n; i++) {
    unsigned key = next_random(&state) % (2u * n) + 1, at = mix(key) & (size - 1);
    while (keys[at] && keys[at] != key) at = (at + 1) & (size - 1);
    keys[at] = key;
    values[at] += i;
  }
  unsigned sum = 0;
  for (int i = 0; i < 4 * n; i++) {
    unsigned key = next_random(&state) % (2u * n) + 1, at = mix(key) & (size - 1);
    while (keys[at] && keys[at] != key) at = (at + 1) & (size - 1);
    if (keys[at]) sum += values[at];
  }
  return sum;
}
