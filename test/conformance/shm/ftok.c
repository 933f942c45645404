// ftok — the same file and number give the same key, others another; only eight bits of the number count.
// ftok(3).
#include "../check.h"
#include <sys/ipc.h>
#include <sys/stat.h>

int main(void) {
  put_file("a", "", 0600);
  put_file("b", "", 0600);
  struct stat st;
  MUST(stat("a", &st));
  SHOW(ftok("a", 'x') == ftok("./a", 'x'));
  SHOW(ftok("a", 'x') != ftok("a", 'y'));
  SHOW(ftok("a", 'x') != ftok("b", 'x'));
  SHOW(ftok("a", 'x') == ftok("a", 'x' + 256));
  key_t expected = (st.st_ino & 0xffff) | (st.st_dev & 0xff) << 16 | (key_t)'x' << 24;
  SHOW(ftok("a", 'x') == expected);
  ERR(ftok("absent", 'x'));
  ERR(ftok("a/b", 'x'));
  return 0;
}
