// pipe2-flags — O_CLOEXEC and O_NONBLOCK for both ends, anything else EINVAL and no descriptor; pipe2(2).
#include "../check.h"

static void look(int flags) {
  int p[2] = { -7, -7 };
  errno = 0;
  int r = pipe2(p, flags);
  say("pipe2: %d %s", r, r ? errname(errno) : "");
  if (r) say(", untouched %d\n", p[0] == -7 && p[1] == -7);
  else {
    say("cloexec %d %d", fcntl(p[0], F_GETFD), fcntl(p[1], F_GETFD));
    say(" nonblock %d %d\n", !!(fcntl(p[0], F_GETFL) & O_NONBLOCK), !!(fcntl(p[1], F_GETFL) & O_NONBLOCK));
    close(p[0]), close(p[1]);
  }
}

int main(void) {
  int before = dup(0);
  close(before);
  look(0);
  look(O_CLOEXEC);
  look(O_NONBLOCK);
  look(O_CLOEXEC | O_NONBLOCK);
  look(O_APPEND);
  look(O_CLOEXEC | O_CREAT);
  look(1 << 30);
  int after = dup(0);
  SHOW(after == before);
  return 0;
}
