// matrix — product of two n x n matrices of doubles.
#include "array.h"

int run(int n) {
  double *a = array_alloc(n * n * sizeof(double));
  double *b = array_alloc(n * n * sizeof(double));
  double *c = array_alloc(n * n * sizeof(double));
  for (int i = 0; i < n * n; i++) {
    a[i] = (i % 17) * 0.5;
    b[i] = (i % 13) - 6.0;
  }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
      c[i * n + j] = sum;
    }
  double trace = 0;
  for (int i = 0; i < n * n; i += 7) trace += c[i];
  return (int)trace;
}
