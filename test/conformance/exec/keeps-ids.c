// keeps-ids — the process id, parent and group stay the same over exec; execve(2).
// programs: ids
#include "../check.h"

int main(void) {
  char parent[20];
  snprintf(parent, sizeof parent, "%d", (int)getpid());
  CHILD("exec",
    setpgid(0, 0);
    char me[20];
    snprintf(me, sizeof me, "%d", (int)getpid());
    execl(program("ids"), "ids", me, parent, me, (char *)NULL));
  return 0;
}
