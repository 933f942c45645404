// sieve — primes below n by Eratosthenes.
#include "array.h"

int run(int n) {
  unsigned char *composite = array_alloc(n);
  int count = 0;
  for (int i = 2; i < n; i++) {
    if (composite[i]) continue;
    count++;
    for (int j = 2 * i; j < n; j += i) composite[j] = 1;
  }
  return count;
}
