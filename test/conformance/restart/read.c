// read — read and readv of an empty pipe: which disturbances end them, after which they go on; signal(7).
#include "row.h"
#include <sys/uio.h>

static int p[2];

static void prepare(void) { MUST(pipe(p)); }

static long call_read(void) {
  char text[8];
  return read(p[0], text, sizeof text);
}

static long call_readv(void) {
  char a[2], b[8];
  struct iovec v[2] = { { a, sizeof a }, { b, sizeof b } };
  return readv(p[0], v, 2);
}

static void release(pid_t pid) { MUST(write(p[1], "abcde", 5)); }

int main(void) {
  row rows[] = {
    { .name = "read", .ends = CAUGHT | CONT, .prepare = prepare, .call = call_read, .release = release },
    { .name = "readv", .ends = CAUGHT | CONT, .prepare = prepare, .call = call_readv, .release = release },
  };
  for (int i = 0; i < 2; i++) table(&rows[i]);
  return 0;
}
