// umask-cwd — umask and directory are inherited; changing them in the child does not reach the parent.
// fork(2).
#include "../check.h"
#include <sys/stat.h>

int main(void) {
  char before[512], after[512];
  umask(027);
  MUST(mkdir("inner", 0755));
  getcwd(before, sizeof before);
  CHILD("child",
    say("umask %03o\n", umask(0));
    ERR(chdir("inner"));
    getcwd(after, sizeof after);
    SHOW(strcmp(after + strlen(after) - 6, "/inner")));
  SHOW(umask(0));
  getcwd(after, sizeof after);
  SHOW(strcmp(before, after));
  MUST(rmdir("inner"));
  return 0;
}
