// count — counts the lines and bytes of standard input.
#include <unistd.h>
#include <stdio.h>

int main(void) {
  long lines = 0, bytes = 0, n;
  char buf[4096];
  while ((n = read(0, buf, sizeof buf)) > 0) {
    bytes += n;
    for (long i = 0; i < n; i++) lines += buf[i] == '\n';
  }
  printf("%ld lines, %ld bytes\n", lines, bytes);
  return n < 0;
}
