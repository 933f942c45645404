// environment — getenv, setenv, putenv, unsetenv; children inherit what is set, parents nothing.
// environ(7).
#include "../check.h"

extern char **environ;

static const char *value(const char *name) { const char *v = getenv(name); return v ? v : "(unset)"; }

int main(void) {
  SHOW(environ != NULL);
  SHOW(getenv("PATH") != NULL);
  SHOW(setenv("A", "1", 0));
  SHOW(setenv("A", "2", 0));
  say("%s\n", value("A"));
  SHOW(setenv("A", "3", 1));
  ERR(setenv("", "x", 1));
  ERR(setenv("a=b", "x", 1));
  static char pair[] = "B=put";
  SHOW(putenv(pair));
  CHILD("child", say("%s %s\n", value("A"), value("B")); setenv("A", "child", 1); unsetenv("B"));
  say("%s %s\n", value("A"), value("B"));
  SHOW(unsetenv("A"));
  say("%s\n", value("A"));
  ERR(unsetenv("a=b"));
  SHOW(clearenv());
  say("%s\n", value("B"));
  return 0;
}
