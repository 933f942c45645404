// together — thirty children alive at once, each blocked on the same pipe, each served once; fork(2).
#include "../check.h"

int main(void) {
  int ask[2], answer[2];
  MUST(pipe(ask));
  MUST(pipe(answer));
  for (int i = 0; i < 30; i++) {
    if (MUST(fork())) continue;
    unsigned char c;
    MUST(read(ask[0], &c, 1));
    MUST(write(answer[1], &c, 1));
    _exit(c);
  }
  close(answer[1]);
  for (int i = 0; i < 30; i++) {
    unsigned char c = i;
    MUST(write(ask[1], &c, 1));
  }
  int sum = 0, n = 0, statuses = 0, status;
  unsigned char c;
  while (read(answer[0], &c, 1) == 1) sum += c, n++;
  while (wait(&status) > 0) statuses += WEXITSTATUS(status);
  SHOW(n);
  SHOW(sum);
  SHOW(statuses);
  return 0;
}
