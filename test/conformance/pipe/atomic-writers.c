// atomic-writers — writes of at most 4096 bytes by several processes never mix; POSIX write(), PIPE_BUF.
#include "../check.h"

enum { WRITERS = 4, ROUNDS = 40, SIZE = 3000 };

int main(void) {
  int p[2];
  MUST(pipe(p));
  for (int w = 0; w < WRITERS; w++) {
    if (fork()) continue;
    char block[SIZE];
    memset(block, 'a' + w, SIZE);
    for (int i = 0; i < ROUNDS; i++)
      if (write(p[1], block, SIZE) != SIZE) _exit(1);
    _exit(0);
  }
  close(p[1]);
  static char block[SIZE];
  int count[WRITERS] = { 0 }, mixed = 0;
  for (;;) {
    int n = 0, r;
    while (n < SIZE && (r = read(p[0], block + n, SIZE - n)) > 0) n += r;
    if (n == 0) break;
    for (int i = 1; i < n; i++) mixed += block[i] != block[0];
    count[block[0] - 'a']++;
  }
  for (int w = 0; w < WRITERS; w++) say("writer %d: %d blocks\n", w, count[w]);
  SHOW(mixed);
  int s, failed = 0;
  while (wait(&s) > 0) failed += s != 0;
  SHOW(failed);
  return 0;
}
