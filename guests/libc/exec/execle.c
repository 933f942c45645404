// execle — execve with the arguments written out and an environment after the NULL.
#include <stdarg.h>
#include <unistd.h>

int execle(const char *path, const char *arg0, ...) {
  va_list list;
  int argc = 1;
  va_start(list, arg0);
  while (va_arg(list, const char *)) argc++;
  va_end(list);

  char *argv[argc + 1];
  argv[0] = (char *)arg0;
  va_start(list, arg0);
  for (int i = 1; i <= argc; i++) argv[i] = va_arg(list, char *);
  char *const *envp = va_arg(list, char *const *);
  va_end(list);
  return execve(path, argv, envp);
}
