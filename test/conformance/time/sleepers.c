// sleepers — processes that sleep different times wake in the order of those times; nanosleep(2).
#include "../check.h"
#include <time.h>

int main(void) {
  int p[2];
  MUST(pipe(p));
  for (int i = 0; i < 4; i++) {
    if (fork()) continue;
    struct timespec t = { 0, (4 - i) * 120000000L };
    nanosleep(&t, NULL);
    char c = '0' + i;
    MUST(write(p[1], &c, 1));
    _exit(0);
  }
  close(p[1]);
  char c;
  while (read(p[0], &c, 1) == 1) say("%c\n", c);
  while (wait(NULL) > 0) ;
  return 0;
}
