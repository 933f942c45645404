// write — write and writev to a full pipe: which disturbances end them, after which they go on; signal(7).
#include "row.h"
#include <sys/uio.h>

static int p[2];
static char data[65536];

static void prepare(void) {
  MUST(pipe(p));
  MUST(write(p[1], data, sizeof data));
}

static long call_write(void) { return write(p[1], "abc", 3); }

static long call_writev(void) {
  struct iovec v[2] = { { "abc", 3 }, { "defg", 4 } };
  return writev(p[1], v, 2);
}

static void release(pid_t pid) { MUST(read(p[0], data, sizeof data)); }

int main(void) {
  row rows[] = {
    { .name = "write", .ends = CAUGHT | CONT, .prepare = prepare, .call = call_write, .release = release },
    { .name = "writev", .ends = CAUGHT | CONT, .prepare = prepare, .call = call_writev, .release = release },
  };
  for (int i = 0; i < 2; i++) table(&rows[i]);
  return 0;
}
