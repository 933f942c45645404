// ring — a token goes round through twenty processes joined by pipes; pipe(2), fork(2).
#include "../check.h"

int main(void) {
  int first[2], in, out[2];
  MUST(pipe(first));
  in = first[0];
  for (int i = 0; i < 20; i++) {
    MUST(pipe(out));
    if (fork() == 0) {
      close(first[1]), close(out[0]);
      int token;
      while (read(in, &token, sizeof token) == sizeof token) {
        token++;
        if (write(out[1], &token, sizeof token) != sizeof token) _exit(1);
      }
      _exit(0);
    }
    close(in), close(out[1]);
    in = out[0];
  }
  int token = 0;
  for (int round = 0; round < 50; round++) {
    MUST(write(first[1], &token, sizeof token));
    MUST(read(in, &token, sizeof token));
  }
  SHOW(token);
  close(first[1]);
  SHOW(read(in, &token, sizeof token));
  int s, failed = 0, n = 0;
  while (wait(&s) > 0) n++, failed += s != 0;
  SHOW(n);
  SHOW(failed);
  return 0;
}
