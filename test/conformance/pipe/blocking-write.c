// blocking-write — a write of 300000 bytes sleeps and goes on until all is written, in order.
// pipe(7), write(2).
#include "../check.h"

enum { N = 300000 };
static unsigned char data[N], got[N];

int main(void) {
  int p[2];
  MUST(pipe(p));
  for (int i = 0; i < N; i++) data[i] = i * 7 + i / 256;
  pid_t pid = fork();
  if (pid == 0) {
    close(p[0]);
    ssize_t n = write(p[1], data, N);
    _exit(n == N ? 0 : 1);
  }
  close(p[1]);
  long total = 0, r;
  int sizes[] = { 1, 100, 4096, 5000, 65536 };
  for (int i = 0; (r = read(p[0], got + total, sizes[i % 5])) > 0; i++) total += r;
  SHOW(total);
  SHOW(memcmp(data, got, N));
  reap("writer", pid);
  return 0;
}
