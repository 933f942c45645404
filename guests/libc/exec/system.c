// system — runs a command by /bin/sh and waits for it.
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// What POSIX asks of the caller while the command runs: SIGINT and SIGQUIT ignored, SIGCHLD blocked.
struct caller {
  struct sigaction interrupt, quit;
  sigset_t mask;
};

static void prepare(struct caller *caller) {
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  sigaction(SIGINT, &ignore, &caller->interrupt);
  sigaction(SIGQUIT, &ignore, &caller->quit);
  sigprocmask(SIG_BLOCK, &set, &caller->mask);
}

static void restore(const struct caller *caller) {
  sigaction(SIGINT, &caller->interrupt, 0);
  sigaction(SIGQUIT, &caller->quit, 0);
  sigprocmask(SIG_SETMASK, &caller->mask, 0);
}

// The command starts with the caller's own signals.
static int start(pid_t *pid, const char *command, const struct caller *caller) {
  char *argv[] = {"sh", "-c", (char *)command, 0};
  posix_spawnattr_t attr;
  sigset_t defaults;
  sigemptyset(&defaults);
  if (caller->interrupt.sa_handler != SIG_IGN) sigaddset(&defaults, SIGINT);
  if (caller->quit.sa_handler != SIG_IGN) sigaddset(&defaults, SIGQUIT);
  posix_spawnattr_init(&attr);
  posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigmask(&attr, &caller->mask);
  posix_spawnattr_setsigdefault(&attr, &defaults);
  return posix_spawn(pid, "/bin/sh", 0, &attr, argv, environ);
}

static int wait_for(pid_t pid) {
  int status;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return status;
}

int system(const char *command) {
  struct caller caller;
  pid_t pid;
  if (!command) return access("/bin/sh", X_OK) == 0;
  prepare(&caller);
  int error = start(&pid, command, &caller);
  int status = error == ENOENT || error == EACCES ? 127 << 8 : -1;
  if (error == 0) status = wait_for(pid);
  restore(&caller);
  if (error && status < 0) errno = error;
  return status;
}
