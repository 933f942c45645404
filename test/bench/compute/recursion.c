// recursion — Fibonacci, Takeuchi's function, and queens on a board kept in arrays.
#include "array.h"

static int fibonacci(int n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static int tak(int x, int y, int z) {
  return y >= x ? z : tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

struct board {
  unsigned char column[16], up[32], down[32];
};

static int queens(struct board *b, int row, int n) {
  if (row == n) return 1;
  int found = 0;
  for (int i = 0; i < n; i++) {
    if (b->column[i] || b->up[row + i] || b->down[row - i + n]) continue;
    b->column[i] = b->up[row + i] = b->down[row - i + n] = 1;
    found += queens(b, row + 1, n);
    b->column[i] = b->up[row + i] = b->down[row - i + n] = 0;
  }
  return found;
}

int run(int n) {
  struct board *b = array_alloc(sizeof(struct board));
  return fibonacci(n + 19) + tak(n + 7, n, n / 2) + queens(b, 0, n);
}
