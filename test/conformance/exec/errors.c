// errors — the errno of every path that is no program; the caller goes on unchanged; execve(2).
#include "../check.h"
#include <sys/stat.h>

static char *argv[] = { "x", NULL };
static char *envp[] = { NULL };
#define TRY(path) ERR(execve(path, argv, envp))

int main(void) {
  put_file("plain", "not a program\n", 0600);
  put_file("garbage", "\001\002\003 neither", 0700);
  put_file("empty", "", 0700);
  put_file("short", "#", 0700);
  MUST(mkdir("folder", 0700));
  char name[300];
  memset(name, 'n', 256);
  name[256] = 0;
  TRY("absent");
  TRY("absent/absent");
  TRY("plain");
  TRY("plain/under");
  TRY("garbage");
  TRY("empty");
  TRY("short");
  TRY("folder");
  TRY("folder/");
  TRY(".");
  TRY("/");
  TRY("");
  TRY(name);
  char *long_path = malloc(5001);
  memset(long_path, '/', 5000);
  long_path[5000] = 0;
  TRY(long_path);
  say("still here\n");
  return 0;
}
