// sysconf — page size, limits that are at least POSIX's minimum, unknown names EINVAL; sysconf(3).
#include "../check.h"

int main(void) {
  SHOW(sysconf(_SC_PAGESIZE));
  SHOW(sysconf(_SC_PAGE_SIZE));
  SHOW(getpagesize());
  SHOW(sysconf(_SC_CLK_TCK));
  SHOW(sysconf(_SC_IOV_MAX));
  SHOW(sysconf(_SC_OPEN_MAX) >= 20);
  SHOW(sysconf(_SC_ARG_MAX) >= 4096);
  SHOW(sysconf(_SC_NPROCESSORS_ONLN) >= 1);
  SHOW(sysconf(_SC_NPROCESSORS_CONF) >= sysconf(_SC_NPROCESSORS_ONLN));
  SHOW(sysconf(_SC_PHYS_PAGES) > 0);
  SHOW(sysconf(_SC_AVPHYS_PAGES) > 0);
  ERR(sysconf(-1));
  ERR(sysconf(12345));
  return 0;
}
