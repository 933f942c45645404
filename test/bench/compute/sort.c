// sort — quicksort of n numbers, then a heap sort of their complements.
#include "array.h"

static void quick(int *a, int low, int high) {
  while (low < high) {
    int pivot = a[(low + high) / 2], i = low, j = high;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i > j) break;
      int t = a[i];
      a[i++] = a[j];
      a[j--] = t;
    }
    quick(a, low, j);
    low = i;
  }
}

static void sift(int *a, int root, int n) {
  for (int child; (child = 2 * root + 1) < n; root = child) {
    if (child + 1 < n && a[child + 1] > a[child]) child++;
    if (a[root] >= a[child]) return;
    int t = a[root];
    a[root] = a[child];
    a[child] = t;
  }
}

static void heap(int *a, int n) {
  for (int i = n / 2 - 1; i >= 0; i--) sift(a, i, n);
  for (int i = n - 1; i > 0; i--) {
    int t = a[0];
    a[0] = a[i];
    a[i] = t;
    sift(a, 0, i);
  }
}

int run(int n) {
  int *a = array_alloc(n * sizeof(int));
  unsigned state = 12345;
  for (int i = 0; i < n; i++) a[i] = next_random(&state);
  quick(a, 0, n - 1);
  unsigned sum = 0;
  for (int i = 0; i < n; i++) sum = sum * 31 + a[i];
  for (int i = 0; i < n; i++) a[i] = ~a[i];
  heap(a, n);
  for (int i = 0; i < n; i++) sum = sum * 31 + a[i];
  return sum;
}
