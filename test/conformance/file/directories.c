// directories — mkdir, rmdir, chdir, getcwd with their errors; mkdir(2), rmdir(2), chdir(2), getcwd(3).
#include "../check.h"
#include <sys/stat.h>

int main(void) {
  char start[512], here[512];
  put_file("file", "", 0600);
  ERR(getcwd(start, sizeof start) ? 0 : -1);
  ERR(mkdir("a", 0700));
  ERR(mkdir("a", 0700));
  ERR(mkdir("file", 0700));
  ERR(mkdir("file/b", 0700));
  ERR(mkdir("absent/b", 0700));
  ERR(mkdir("", 0700));
  ERR(mkdir("a/b/", 0700));
  ERR(chdir("a/b"));
  getcwd(here, sizeof here);
  say("%s\n", here + strlen(start));
  ERR(chdir(".."));
  getcwd(here, sizeof here);
  say("%s\n", here + strlen(start));
  ERR(access("../file", F_OK));
  ERR(chdir("../file"));
  ERR(chdir("absent"));
  ERR(chdir(""));
  ERR(getcwd(here, 2) ? 0 : -1);
  ERR(chdir(start));
  ERR(rmdir("a"));
  ERR(rmdir("file"));
  ERR(rmdir("absent"));
  ERR(rmdir("a/b"));
  ERR(rmdir("a"));
  ERR(access("a", F_OK));
  ERR(chdir("/"));
  say("%s\n", getcwd(here, sizeof here));
  ERR(chdir("/.."));
  say("%s\n", getcwd(here, sizeof here));
  return 0;
}
