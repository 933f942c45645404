// partial — a write that has moved bytes returns their number after a handler and after a stop; write(2).
#include "row.h"
#include <sys/uio.h>

enum { N = 100000 };
static int p[2];
static char data[N];

static void prepare(void) { MUST(pipe(p)); }

static long call_write(void) { return write(p[1], data, N); }

static long call_writev(void) {
  struct iovec v[3] = { { data, 1000 }, { data, 90000 }, { data, N - 91000 } };
  return writev(p[1], v, 3);
}

static void release(pid_t pid) {
  for (long left = N, r; left > 0; left -= r) r = MUST(read(p[0], data, N));
}

int main(void) {
  const char *names[] = { "write", "writev" };
  long (*calls[])(void) = { call_write, call_writev };
  for (int i = 0; i < 2; i++) {
    row r = { .name = names[i], .ends = HANDLERS | STOP, .prepare = prepare, .call = calls[i],
              .release = release };
    table(&r);
  }
  return 0;
}
