// identity — user and group ids agree with one another and over fork; getuid(2), getpid(2).
#include "../check.h"

int main(void) {
  SHOW(getuid() == geteuid());
  SHOW(getgid() == getegid());
  SHOW(getpid() == getpid());
  SHOW(getpid() > 0);
  SHOW(getpgrp() == getpgid(0));
  SHOW(getpgid(getpid()) == getpgrp());
  SHOW(getsid(0) == getsid(getpid()));
  SHOW(getppid() != getpid());
  uid_t uid = getuid();
  gid_t gid = getgid();
  CHILD("child", SHOW(getuid() == uid && getgid() == gid); SHOW(getpgrp() == getpgid(getppid())));
  return 0;
}
