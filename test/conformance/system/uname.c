// uname — every field is a string that ends inside it; bad address EFAULT; uname(2).
#include "../check.h"
#include <sys/mman.h>
#include <sys/utsname.h>

int main(void) {
  struct utsname u;
  memset(&u, 'x', sizeof u);
  ERR(uname(&u));
  SHOW(strnlen(u.sysname, sizeof u.sysname) < sizeof u.sysname && u.sysname[0] != 0);
  SHOW(strnlen(u.nodename, sizeof u.nodename) < sizeof u.nodename);
  SHOW(strnlen(u.release, sizeof u.release) < sizeof u.release && u.release[0] != 0);
  SHOW(strnlen(u.version, sizeof u.version) < sizeof u.version);
  SHOW(strnlen(u.machine, sizeof u.machine) < sizeof u.machine && u.machine[0] != 0);
  char *gone = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 4096));
  ERR(uname((struct utsname *)gone));
  return 0;
}
