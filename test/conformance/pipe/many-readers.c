// many-readers — every byte reaches exactly one of several blocked readers; all see the end; pipe(7).
#include "../check.h"

int main(void) {
  int p[2], q[2];
  MUST(pipe(p));
  MUST(pipe(q));
  for (int i = 0; i < 5; i++) {
    if (fork()) continue;
    close(p[1]);
    unsigned char c;
    while (read(p[0], &c, 1) == 1) MUST(write(q[1], &c, 1));
    _exit(0);
  }
  close(p[0]), close(q[1]);
  for (int i = 0; i < 200; i++) {
    unsigned char c = i;
    MUST(write(p[1], &c, 1));
  }
  close(p[1]);
  static int seen[256];
  unsigned char c;
  int once = 0, total = 0;
  while (read(q[0], &c, 1) == 1) seen[c]++, total++;
  for (int i = 0; i < 200; i++) once += seen[i] == 1;
  SHOW(total);
  SHOW(once);
  while (wait(NULL) > 0) ;
  return 0;
}
