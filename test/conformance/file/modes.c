// modes — creation mode and umask; the umask itself; open(2), umask(2), mkdir(2).
#include "../check.h"
#include <sys/stat.h>

static void look(const char *name) {
  struct stat st;
  MUST(stat(name, &st));
  const char *type = S_ISDIR(st.st_mode) ? "directory" : S_ISREG(st.st_mode) ? "file" : "other";
  say("%s: %s %03o\n", name, type, (int)st.st_mode & 07777);
}

int main(void) {
  umask(022);
  say("umask was %03o\n", umask(027));
  put_file("a", "", 0666);
  put_file("b", "", 0777);
  MUST(mkdir("c", 0777));
  look("a"), look("b"), look("c");
  say("umask was %03o\n", umask(07777));
  say("umask was %03o\n", umask(0));
  put_file("d", "", 0642);
  MUST(mkdir("e", 0705));
  look("d"), look("e");
  // An existing file keeps its mode.
  put_file("d", "", 0777);
  look("d");
  return 0;
}
