// append-together — processes that append to one file through their own opens lose nothing.
// POSIX write(), O_APPEND.
#include "../check.h"
#include <sys/stat.h>

int main(void) {
  MUST(close(MUST(open("log", O_WRONLY | O_CREAT, 0600))));
  for (int i = 0; i < 4; i++) {
    if (fork()) continue;
    int fd = MUST(open("log", O_WRONLY | O_APPEND));
    for (int n = 0; n < 25; n++) {
      char line[20];
      int length = snprintf(line, sizeof line, "%d %02d\n", i, n);
      MUST(write(fd, line, length));
    }
    _exit(0);
  }
  while (wait(NULL) > 0) ;
  FILE *f = fopen("log", "r");
  int who, n, lines = 0, next[4] = { 0 }, in_order = 1;
  while (fscanf(f, "%d %d", &who, &n) == 2) {
    in_order &= next[who]++ == n;
    lines++;
  }
  fclose(f);
  SHOW(lines);
  SHOW(in_order);
  struct stat st;
  MUST(stat("log", &st));
  SHOW(st.st_size);
  return 0;
}
