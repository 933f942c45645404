// check.h — what every conformance program prints with: expressions, errno names, wait statuses.
// unbuffered, so forks are safe.
#ifndef CHECK_H
#define CHECK_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define UNUSED __attribute__((unused))

// One write(2) per line: nothing waits in a buffer that a fork could duplicate.
UNUSED static void say(const char *format, ...) {
  char line[2048];
  va_list args;
  va_start(args, format);
  int n = vsnprintf(line, sizeof line, format, args);
  va_end(args);
  if (n >= (int)sizeof line) n = sizeof line - 1;
  for (int done = 0; done < n;) {
    ssize_t r = write(1, line + done, n - done);
    if (r <= 0) _exit(99);
    done += r;
  }
}

UNUSED static const char *errname(int e) {
  static const struct { int e; const char *name; } table[] = {
#define E(x) { x, #x }
    E(EPERM), E(ENOENT), E(ESRCH), E(EINTR), E(EIO), E(ENXIO), E(E2BIG), E(ENOEXEC), E(EBADF), E(ECHILD),
    E(EAGAIN), E(ENOMEM), E(EACCES), E(EFAULT), E(EBUSY), E(EEXIST), E(EXDEV), E(ENODEV), E(ENOTDIR),
    E(EISDIR), E(EINVAL), E(ENFILE), E(EMFILE), E(ENOTTY), E(ETXTBSY), E(EFBIG), E(ENOSPC), E(ESPIPE),
    E(EROFS), E(EMLINK), E(EPIPE), E(EDOM), E(ERANGE), E(EDEADLK), E(ENAMETOOLONG), E(ENOLCK), E(ENOSYS),
    E(ENOTEMPTY), E(ELOOP), E(ENOMSG), E(EIDRM), E(EOVERFLOW), E(EILSEQ), E(EOPNOTSUPP), E(ETIMEDOUT),
#undef E
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (table[i].e == e) return table[i].name;
  static char other[16];
  snprintf(other, sizeof other, "E#%d", e);
  return other;
}

UNUSED static const char *signame(int s) {
  static const char *const names[] = {
    "0", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL",
    "SIGUSR1", "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD", "SIGCONT",
    "SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF",
    "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS",
  };
  if (s >= 0 && s <= 31) return names[s];
  static char other[24];
  snprintf(other, sizeof other, "signal %d", s);
  return other;
}

// A status word in words. The core-dump bit depends on the machine's limits and is left out.
UNUSED static const char *statusname(int status) {
  static char text[40];
  if (WIFEXITED(status)) snprintf(text, sizeof text, "exited %d", WEXITSTATUS(status));
  else if (WIFSIGNALED(status)) snprintf(text, sizeof text, "killed by %s", signame(WTERMSIG(status)));
  else if (WIFSTOPPED(status)) snprintf(text, sizeof text, "stopped by %s", signame(WSTOPSIG(status)));
  else if (WIFCONTINUED(status)) snprintf(text, sizeof text, "continued");
  else snprintf(text, sizeof text, "status 0x%x", status);
  return text;
}

UNUSED static void show_value(const char *text, long long value) { say("%s = %lld\n", text, value); }

UNUSED static void show_result(const char *text, long long value, int error) {
  if (value == -1) say("%s = -1 %s\n", text, errname(error));
  else say("%s = %lld\n", text, value);
}

UNUSED static void show_success(const char *text, int succeeded, int error) {
  if (succeeded) say("%s: ok\n", text);
  else say("%s: %s\n", text, errname(error));
}

// SHOW(x): the value. ERR(call): the value, or -1 and the errno's name.
// OK(call): the same for a value that varies. PTR(call): for calls that return (void *)-1.
#define SHOW(x) show_value(#x, (long long)(x))
#define ERR(call) do { errno = 0; long long v_ = (long long)(call); show_result(#call, v_, errno); } while (0)
#define OK(call) do { errno = 0; int s_ = (call) != -1; show_success(#call, s_, errno); } while (0)
#define PTR(call) do { errno = 0; int s_ = (intptr_t)(call) != -1; show_success(#call, s_, errno); } while (0)

// A step that must work for the program to mean anything.
#define MUST(call) ({ errno = 0; long long v_ = (long long)(call); if (v_ == -1) fail(#call, __LINE__); v_; })

__attribute__((noreturn)) UNUSED static void fail(const char *text, int line) {
  say("line %d: %s: %s\n", line, text, errname(errno));
  _exit(98);
}

// Waits for one child and says how it ended.
UNUSED static void reap(const char *who, pid_t pid) {
  int status = -1;
  pid_t r = waitpid(pid, &status, 0);
  if (r != pid) say("%s: waitpid: %s\n", who, errname(errno));
  else say("%s: %s\n", who, statusname(status));
}

// What posix_spawn returned, and once it started a program, how that ended.
UNUSED static void spawned(const char *who, int error, const pid_t *pid) {
  if (error) say("%s: %s\n", who, errname(error));
  else reap(who, *pid);
}

// Runs the statements in a child that then ends with status 0, and says how it really ended.
#define CHILD(who, ...) do { \
    pid_t pid_ = fork(); \
    if (pid_ == 0) { __VA_ARGS__; _exit(0); } \
    if (pid_ < 0) fail("fork", __LINE__); \
    reap(who, pid_); \
  } while (0)

// A gate: one process waits until another opens it.
typedef struct { int fd[2]; } gate;
UNUSED static gate gate_new(void) { gate g; MUST(pipe(g.fd)); return g; }
UNUSED static void gate_open(gate g) { MUST(write(g.fd[1], "x", 1)); }
UNUSED static void gate_wait(gate g) { char c; if (read(g.fd[0], &c, 1) != 1) fail("gate", __LINE__); }
UNUSED static void gate_free(gate g) { close(g.fd[0]); close(g.fd[1]); }

// Where a program of test/conformance/programs stands.
UNUSED static const char *program(const char *name) {
  static char path[4][512];
  static int next;
  char *p = path[next++ & 3];
  const char *dir = getenv("PROGRAMS");
  snprintf(p, sizeof path[0], "%s/%s", dir ? dir : "/bin", name);
  return p;
}

UNUSED static void put_file(const char *name, const char *text, int mode) {
  int fd = MUST(open(name, O_WRONLY | O_CREAT | O_TRUNC, mode));
  size_t n = strlen(text);
  if (write(fd, text, n) != (ssize_t)n) fail("put_file", __LINE__);
  close(fd);
}
#endif
