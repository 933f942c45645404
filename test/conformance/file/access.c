// access — existence and, for the superuser, execution only where some x bit is set; access(2).
#include "../check.h"
#include <sys/stat.h>

int main(void) {
  put_file("plain", "", 0600);
  put_file("program", "", 0700);
  MUST(mkdir("folder", 0700));
  ERR(access("plain", F_OK));
  ERR(access("plain", R_OK | W_OK));
  ERR(access("plain", X_OK));
  ERR(access("program", R_OK | W_OK | X_OK));
  ERR(access("folder", R_OK | W_OK | X_OK));
  ERR(access("absent", F_OK));
  ERR(access("plain/below", F_OK));
  ERR(access("", F_OK));
  ERR(access("plain", 8));
  ERR(faccessat(AT_FDCWD, "plain", R_OK, 0));
  ERR(faccessat(99, "plain", R_OK, 0));
  return 0;
}
