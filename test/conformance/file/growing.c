// growing — holes read as zeros, size follows the last byte, a second descriptor sees it at once.
// write(2), lseek(2).
#include "../check.h"
#include <sys/stat.h>

static char buf[200000];

int main(void) {
  struct stat st;
  int a = MUST(open("data", O_RDWR | O_CREAT, 0600)), b = MUST(open("data", O_RDONLY));
  ERR(lseek(a, 100000, SEEK_SET));
  MUST(fstat(a, &st));
  SHOW(st.st_size);
  ERR(write(a, "end", 3));
  MUST(fstat(b, &st));
  SHOW(st.st_size);
  memset(buf, 1, sizeof buf);
  ERR(read(b, buf, sizeof buf));
  int zeros = 0;
  for (int i = 0; i < 100000; i++) zeros += buf[i] == 0;
  SHOW(zeros);
  say("%.3s\n", buf + 100000);
  for (int i = 0; i < 200000; i++) buf[i] = i % 251;
  ERR(pwrite(a, buf, 200000, 50000));
  memset(buf, 0, sizeof buf);
  ERR(pread(b, buf, 200000, 50000));
  int right = 0;
  for (int i = 0; i < 200000; i++) right += buf[i] == (char)(i % 251);
  SHOW(right);
  MUST(fstat(b, &st));
  SHOW(st.st_size);
  return 0;
}
