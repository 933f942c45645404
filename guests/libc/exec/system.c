// system — runs a command by /bin/sh and waits for it.
#include <errno.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// The caller keeps its signal dispositions: they cannot be blocked or caught yet.
int system(const char *command) {
  char *argv[] = {"sh", "-c", (char *)command, 0};
  pid_t pid;
  int status;
  if (!command) return access("/bin/sh", X_OK) == 0;
  int error = posix_spawn(&pid, "/bin/sh", 0, 0, argv, environ);
  if (error == ENOENT || error == EACCES) return 127 << 8;
  if (error) {
    errno = error;
    return -1;
  }
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return status;
}
